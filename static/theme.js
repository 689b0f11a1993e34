// Before the first paint: these pages have no bar, so that of app.html must not flash.
if (/^\/(join|setup|signin|trust|wall)\b/.test(location.pathname)) document.documentElement.dataset.bar = 'none';
// Likewise, so that a chosen theme never flashes the other one.
try {
	const theme = localStorage.getItem('mooring-theme');
	if (theme === 'light' || theme === 'dark') {
		document.documentElement.dataset.theme = theme;
		// The browser's own bars: first the light colour, then the dark one. theme.svelte.ts does the same.
		const [light, dark] = document.querySelectorAll('meta[name=theme-color]');
		light.media = theme === 'light' ? 'all' : 'not all';
		dark.media = theme === 'dark' ? 'all' : 'not all';
	}
} catch {
	// Storage may be switched off: then the system's theme stays.
}
