/** By the first that fits: most browsers also name Chrome and Safari, so that no page refuses them. */
const BROWSERS: readonly [pattern: RegExp, name: string][] = [
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
];
/** Android says Linux too, and an iPhone says "like Mac OS X". */
const SYSTEMS: readonly [pattern: RegExp, name: string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bLinux\b/, 'Linux'],
];

/** Browser and system by a User-Agent header; null if it does not say. An iPad may say that it is a Mac. */
export function browserOf(userAgent: string): { browser: string | null; system: string | null } {
	return { browser: first(BROWSERS, userAgent), system: first(SYSTEMS, userAgent) };
}

function first(table: typeof BROWSERS, userAgent: string): string | null {
	return table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
