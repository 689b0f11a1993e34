export type Theme = 'system' | 'light' | 'dark';

const KEY = 'mooring-theme';

/** The chosen theme, stored in this browser. app.html applies it before the first paint. */
class ThemeChoice {
	current: Theme = $state(read());

	choose(theme: Theme): void {
		this.current = theme;
		if (theme === 'system') delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = theme;
		colourBars(theme);
		try {
			if (theme === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, theme);
		} catch {
			// Storage is unavailable: the choice lasts until the page is closed.
		}
	}
}

/** The browser's own bars have one of two colours: app.html has a meta element for each. */
function colourBars(chosen: Theme): void {
	const metas = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
	for (const [index, theme] of (['light', 'dark'] as const).entries())
		metas[index]!.media =
			chosen === 'system' ? `(prefers-color-scheme: ${theme})` : chosen === theme ? 'all' : 'not all';
}

function read(): Theme {
	const { theme } = document.documentElement.dataset;
	return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export const theme = new ThemeChoice();
