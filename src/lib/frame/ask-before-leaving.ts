import { beforeNavigate } from '$app/navigation';

type Navigation = Parameters<Parameters<typeof beforeNavigate>[0]>[0];

/**
 * Stops a navigation that loses something, as `loses` tells, and calls `ask` with where it leads. Where the whole site is left,
 * the browser asks. To be called while a component is set up.
 */
export function askBeforeLeaving(loses: (navigation: Navigation) => boolean, ask: (to: URL | undefined) => void): void {
	beforeNavigate((navigation) => {
		if (!loses(navigation)) return;
		navigation.cancel();
		const { type, to } = navigation;
		const askNow = () => ask(to?.url);
		// On Back, the history has already moved and SvelteKit moves it forward again. A dialog before that would add its
		// history entry at the wrong place.
		if (type === 'popstate') addEventListener('popstate', askNow, { once: true });
		else if (type !== 'leave') askNow();
	});
}
