import { expect, test } from 'vitest';
import { parseAutocannon, parseWrk } from '../../bench/load.ts';

test.each([
  ['milliseconds', '     99%    8.20ms\n', 8.2],
  ['microseconds', '     99%  750.00us\n', 0.75],
  ['seconds', '     99%    1.10s\n', 1100],
])('reads %s of wrk', (_name, line, p99) => {
  expect(parseWrk(`  Latency Distribution\n     50%    1.00ms\n${line}  10 requests\nRequests/sec:   5210.33\n`)).toEqual({ perSecond: 5210.33, p99 });
});

test('reads autocannon', () => {
  expect(parseAutocannon('{"requests":{"average":812.5},"latency":{"p99":61}}')).toEqual({ perSecond: 812.5, p99: 61 });
});
