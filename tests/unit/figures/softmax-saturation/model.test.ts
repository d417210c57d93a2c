import { expect, test } from 'vitest';
import { saturate, saturationRows, threeScores } from '../../../../src/figures/softmax-saturation/model.ts';
import { slopeText, softmaxSaturationSvg, weightText } from '../../../../src/figures/softmax-saturation/view.ts';

test.each([
  [1, [0.659, 0.2424, 0.0986], 0.2247],
  [4, [0.8638, 0.1169, 0.0193], 0.1177],
  [16, [0.9815, 0.018, 0.0005], 0.0181],
  [64, [0.9997, 0.0003, 0], 0.000335],
])('with key dimension %i the unscaled weights and the largest derivative are as computed', (d, weights, slope) => {
  const row = saturationRows(threeScores).find((candidate) => candidate.dimension === d);
  weights.forEach((weight, index) => expect(row?.weights[index]).toBeCloseTo(weight, 4));
  expect(row?.slope).toBeCloseTo(slope, 4);
});

test('the largest diagonal entry bounds every entry of the Jacobian', () => {
  const { weights, slope } = saturate(threeScores.scores, 1, 1);
  weights.forEach((p, i) => weights.forEach((q, j) => {
    expect(Math.abs((i === j ? p : 0) - p * q)).toBeLessThanOrEqual(slope + 1e-12);
  }));
});

test('scaled scores give the same weights for every dimension', () => {
  expect(saturate(threeScores.scores, 64, 1).weights).toEqual(saturate(threeScores.scores, 1, 1).weights);
});

test('tiny slopes keep two significant digits', () => {
  expect(slopeText(0.00033523)).toBe('0.00034');
});

test('a weight just below one is not printed as one', () => {
  expect(weightText(0.99966)).toBe('0.9997');
  expect(weightText(0.659)).toBe('0.659');
});

test('the drawing has a row for every dimension and one for the scaled scores', () => {
  const svg = softmaxSaturationSvg(threeScores);
  ['键维 1<', '键维 4<', '键维 16<', '键维 64<', '先缩放<'].forEach((label) => expect(svg).toContain(label));
});
