import { decimal } from './decimal.ts';

/** "−0.5 °C"; always with a sign, so that the width stays the same */
export const signed = (value: number, digits: number, sign: string) =>
	`${value > 0 ? '+' : value < 0 ? '−' : '±'}${decimal(Math.abs(value), digits)} ${sign}`;
