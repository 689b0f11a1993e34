import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const page = new EventTarget();
const kept = new Map<string, string>();
let standalone = false;

beforeEach(() => {
	kept.clear();
	standalone = false;
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('matchMedia', () => ({ matches: standalone }));
	vi.stubGlobal('navigator', {});
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
	});
});
afterEach(() => void vi.unstubAllGlobals());

const offer = async () => {
	const { InstallOffer } = await import('./install-offer.svelte.ts');
	return new InstallOffer();
};
const prompt = vi.fn(async () => ({ outcome: 'accepted' }));
/** Chromium offers to install the page. */
async function offered(): Promise<Event> {
	await import('./install-event.ts');
	const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
	page.dispatchEvent(event);
	return event;
}

describe('the app', () => {
	it('is offered where the browser can install it, without a banner of the browser', async () => {
		expect((await offer()).way).toBeUndefined();
		expect((await offered()).defaultPrevented).toBe(true);
		expect((await offer()).way).toBe('ask');
	});

	it('is not offered again once the browser has asked', async () => {
		await offered();
		const line = await offer();
		await line.ask();
		expect(prompt).toHaveBeenCalledOnce();
		expect([line.way, (await offer()).way]).toEqual([undefined, undefined]);
	});

	it('is not offered once it is installed', async () => {
		await offered();
		page.dispatchEvent(new Event('appinstalled'));
		expect((await offer()).way).toBeUndefined();
	});

	it('is not offered in the app itself', async () => {
		await offered();
		standalone = true;
		expect((await offer()).way).toBeUndefined();
		page.dispatchEvent(new Event('appinstalled'));
	});

	it('is explained on iOS, where only the person can do it', async () => {
		vi.stubGlobal('navigator', { standalone: false });
		expect((await offer()).way).toBe('share');
		vi.stubGlobal('navigator', { standalone: true });
		expect((await offer()).way).toBeUndefined();
	});

	it('is not offered any more in a browser in which somebody did not want it', async () => {
		await offered();
		const line = await offer();
		line.dismiss();
		expect([line.way, (await offer()).way]).toEqual([undefined, undefined]);
		page.dispatchEvent(new Event('appinstalled'));
	});
});
