import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages;
const packages = Object.entries(lock).filter(([path]) => path !== '').map(([path, entry]) => ({ path, name: path.split('node_modules/').at(-1) ?? '', ...entry }));

/** Licences under which what the build uses may be passed on. MPL and LGPL parts are used as they are, unchanged. */
const allowed = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Zlib', 'OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later']);

/** Packages that name their licence in a form of old, which the lock leaves out. */
const unnamed: Readonly<Record<string, string>> = { format: 'MIT', i: 'MIT' };

describe('what the project installs', () => {
  test('is named by exact versions', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('is locked as package.json names it', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    expect(lock['']).toMatchObject({ dependencies, devDependencies, optionalDependencies });
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(lock[`node_modules/${name}`]?.version, name).toBe(version);
  });

  test('has a hash, unless it is for a platform that the registry did not offer', () => {
    const bare = packages.filter(({ integrity, optional, os, cpu }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') && !(integrity === undefined && optional === true && (os ?? cpu) !== undefined));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('comes from the public registry alone', () => {
    expect(packages.filter(({ resolved, link }) => link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))).map(({ path }) => path)).toEqual([]);
  });

  test('holds one KaTeX: markup and styles of two versions do not fit', () => {
    expect(packages.filter(({ name }) => name === 'katex')).toHaveLength(1);
  });

  test('runs nothing when it is installed, beyond what package.json decides about', () => {
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name).filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });

  test('may be passed on', () => {
    const wrong = packages.filter(({ dev }) => dev !== true).flatMap(({ name, license = unnamed[name] }) => {
      const names = (license ?? 'unknown').replace(/[()]/g, '').split(/ AND | OR /);
      return names.every((item) => allowed.has(item)) ? [] : [`${name}: ${license ?? 'unknown'}`];
    });
    expect(wrong).toEqual([]);
  });
});
