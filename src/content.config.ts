import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterSchema, pageSchema } from './book/schema.ts';
import { contentFolder } from './book/folder.ts';

const { content } = contentFolder();

export const collections = {
  chapters: defineCollection({
    loader: glob({ pattern: '*/**/[^_]*.mdx', base: content }),
    schema: chapterSchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: '[^_]*.mdx', base: content }),
    schema: pageSchema,
  }),
};
