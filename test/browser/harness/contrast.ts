import type { Page } from 'playwright-core';

type Rgb = readonly [number, number, number];

/** A colour as browsers compute it: "rgb(18, 36, 56)". */
function rgbOf(computed: string): Rgb {
	const [red, green, blue] = computed.match(/[\d.]+/g)!.map(Number);
	return [red!, green!, blue!];
}

/** Relative luminance, as WCAG 2 defines it: 0 to 1. */
function luminanceOf(colour: Rgb): number {
	const [red, green, blue] = colour.map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The contrast of two computed colours, as WCAG 2 defines it: 1 to 21. */
export function contrastOf(one: string, other: string): number {
	const [dark, light] = [one, other].map((colour) => luminanceOf(rgbOf(colour))).sort((a, b) => a - b);
	return (light! + 0.05) / (dark! + 0.05);
}

/** A token of tokens.css as the page computes it in its theme: `edge` gives "rgb(109, 131, 151)". */
export function tokenOn(page: Page, token: string): Promise<string> {
	return page.evaluate((name) => {
		const probe = document.body.appendChild(document.createElement('i'));
		probe.style.color = `var(--${name})`;
		const { color } = getComputedStyle(probe);
		probe.remove();
		return color;
	}, token);
}
