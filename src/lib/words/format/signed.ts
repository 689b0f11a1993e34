/** "−0.5 °C"; always with a sign, so that the width stays the same */
export const signed = (value: number, digits: number, sign: string) =>
	`${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value).toFixed(digits)} ${sign}`;
