/** Serves built pages for the browser tests: `node tests/browser/serve.ts <folder> <base> <port>`. */
import { listen, siteServer } from '../../src/cli/serve.ts';

const [folder = 'dist', base = '/', port = '4391'] = process.argv.slice(2);
await listen(siteServer({ folder, base }), Number(port));
