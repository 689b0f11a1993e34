export type Theme = 'system' | 'light' | 'dark';

const KEY = 'mooring-theme';

/** The chosen theme, stored in this browser. static/theme.js applies it before the first paint. */
class ThemeChoice {
	current: Theme = $state(read());

	choose(theme: Theme): void {
		this.current = theme;
		if (theme === 'system') delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = theme;
		try {
			if (theme === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, theme);
		} catch {
			// Storage is unavailable: the choice lasts until the page is closed.
		}
	}
}

function read(): Theme {
	const { theme } = document.documentElement.dataset;
	return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export const theme = new ThemeChoice();
