import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { signInFor } from '../frame/return-to.ts';
import { forgetLastKnown } from '../shell/forget-last-known.ts';
import { LiveHub } from './live.svelte.ts';
import { request } from './request.ts';

/** The one live hub of this page. When the session has ended it goes to the sign-in, which returns to this page. */
export const hub = new LiveHub(() => {
	// An invitation is read without a session; leaving would lose its secret.
	if (page.route.id === '/join' || page.route.id === '/trust') return;
	const signIn = signInFor(new URL(location.href), resolve('/signin'));
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- signInFor() got a resolved path
	void goto(signIn);
});
hub.onStop(forgetLastKnown);

/** Ends this session and goes to the sign-in. A session that the hub does not know any more is as good as ended. */
export async function signOut(): Promise<void> {
	const done = await request('DELETE', '/session');
	if (!done.ok && done.error.code !== 'not-signed-in') return hub.fail(done.error);
	hub.stop();
	await goto(resolve('/signin'));
}
