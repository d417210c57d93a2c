import type { Plugin } from 'vite';

/** The npm package that a module comes from. */
export function packageOf(id: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/** Stops a build that would send readers the work of a package whose licence the page of licences does not show. */
export function shippedPackages(listed: ReadonlySet<string>): Plugin {
  return {
    name: 'shipped-packages',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : part.originalFileNames));
      const strangers = new Set(modules.flatMap((id) => packageOf(id) ?? []).filter((name) => !listed.has(name)));
      if (strangers.size > 0) this.error(`页面会带上 ${[...strangers].join('、')} 的代码，而许可页没有列出：把它们写进 src/book/licences.ts。`);
    },
  };
}
