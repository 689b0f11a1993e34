import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { signInFor } from '../frame/return-to.ts';
import { LiveHub } from './live.svelte.ts';

/** This page's picture of the house. Whoever has to sign in again comes back to where they were. */
export const hub = new LiveHub(() => {
	const signIn = signInFor(new URL(location.href), resolve('/signin'));
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- it is resolved
	void goto(signIn);
});
