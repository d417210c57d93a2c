// Plain JavaScript on purpose: it must run on the old versions that it warns about.
const wanted = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `需要 Node.js ${wanted.join('.')} 或更新的版本，现在是 ${process.versions.node}。\n`
    + 'Linux x64 上它随 npm ci 一起装好（node_modules/.bin/node）；其他系统请从 https://nodejs.org/ 安装 LTS 版，再运行一次同样的命令。',
  );
  process.exit(1);
}
