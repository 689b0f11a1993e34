/** What Chromium gives a page that can be installed as an app. */
export interface InstallEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** It comes once, soon after the page has loaded, so it is caught before anybody needs it. */
export const installEvent: { current?: InstallEvent | undefined } = {};

addEventListener('beforeinstallprompt', (event) => {
	// The browser's own banner would lie over the page.
	event.preventDefault();
	installEvent.current = event as InstallEvent;
});
addEventListener('appinstalled', () => (installEvent.current = undefined));
