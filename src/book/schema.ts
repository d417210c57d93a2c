import { z } from 'zod';

/** Ids are addresses: lower-case ASCII words joined by hyphens, folders by slashes. */
const word = '[a-z0-9]+(?:-[a-z0-9]+)*';
export const slug = z.string().regex(new RegExp(`^${word}$`), '只用小写字母、数字和连字符');
export const chapterId = z.string().regex(new RegExp(`^${word}(?:/${word}){1,2}$`), '章 id 形如 llm/transformer/masks');
/** `YYYY-MM-DD`, and a day of the calendar. */
const day = z.iso.date('日期写成 "YYYY-MM-DD"，是日历上有的一天');
/** Between so many characters and so many, blanks around it not counted. */
const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '年月写成 YYYY-MM');

export const levels = ['intro', 'core', 'advanced'] as const;

/** What a chapter file may say about itself. Unknown keys are refused, so typing mistakes cannot hide. */
export const chapterSchema = z.strictObject({
  /** Shown as the `<h1>`, in the outline and in search results. */
  title: text(1, 40),
  /** One sentence: what the reader can do afterwards. Shown under the title and to search engines. */
  summary: text(10, 120),
  /** How far into the subject it goes: intro 入门, core 核心, advanced 进阶. */
  level: z.enum(levels),
  /** Chapters to read first, as ids, e.g. `llm/transformer/self-attention`; planned ones count too. */
  requires: z.array(chapterId).default([]),
  /** Day of the last real change, `"YYYY-MM-DD"`, where git cannot know it; otherwise leave it out. */
  updated: day.optional(),
});

/** A page outside the outline, such as the about page. */
export const pageSchema = z.strictObject({
  title: text(1, 40),
  summary: text(10, 120),
});

/** One line of the outline: a written chapter is its id alone; a planned one brings what its file will say later. */
const entrySchema = z.discriminatedUnion('planned', [
  z.strictObject({ id: slug, planned: z.undefined().optional() }),
  z.strictObject({
    id: slug,
    title: text(1, 40),
    planned: z.literal(true),
    requires: z.array(chapterId).default([]),
  }),
]);

const sectionSchema = z.strictObject({
  /** Folder name below the part. */
  id: slug,
  title: text(1, 30),
  promise: text(6, 80),
  chapters: z.array(entrySchema).min(1),
});

const partHead = {
  /** Place of the part in the book, from 1. */
  order: z.int().min(1),
  title: text(1, 20),
  /** One sentence: what the reader can do after this part. */
  promise: text(6, 80),
  /** One chapter a day: the part's page shows them as a plan that the reader ticks off. */
  daily: z.boolean().default(false),
};

/** `content/<part>/_part.yaml`: a part has sections, or (a short one) chapters directly. */
export const partSchema = z.union([
  z.strictObject({ ...partHead, sections: z.array(sectionSchema).min(1) }),
  z.strictObject({ ...partHead, chapters: z.array(entrySchema).min(1) }),
]);

/** One term of `content/lexicon.yaml`. */
const termSchema = z.strictObject({
  id: slug,
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Only an abbreviation that people really use. */
  abbr: z.string().min(1).optional(),
  /** Other spellings that texts use. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Spellings that only readers type (`mask` for 掩码): search knows them, running text is never linked by them. */
  typed: z.array(z.string().min(1)).default([]),
  /** One sentence that explains the term without itself. */
  gloss: text(10, 90),
  /** The chapter that owns the term; may be planned. */
  home: chapterId,
  /** `false` where linking the word in running text would often be wrong. */
  auto: z.boolean().default(true),
});
export const lexiconSchema = z.array(termSchema);

/** One entry of `content/timeline.yaml`, in time order. */
const eventSchema = z.strictObject({
  date: month,
  title: text(1, 40),
  text: text(6, 80),
  chapter: chapterId,
  cite: z.string().min(1),
});
export const timelineSchema = z.array(eventSchema);

export type ChapterData = z.output<typeof chapterSchema>;
export type PageData = z.output<typeof pageSchema>;
export type PartData = z.output<typeof partSchema>;
export type EntryData = z.output<typeof entrySchema>;
export type Term = z.output<typeof termSchema>;
export type TimelineEvent = z.output<typeof eventSchema>;
