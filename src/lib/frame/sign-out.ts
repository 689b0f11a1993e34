import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/** Ends this session and goes to the sign-in. A session that the hub does not know any more is as good as ended. */
export async function signOut(): Promise<void> {
	const done = await request('DELETE', '/session');
	if (!done.ok && done.error.code !== 'not-signed-in') return hub.fail(done.error);
	hub.stop();
	await goto(resolve('/signin'));
}
