import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { LiveHub } from './live.svelte.ts';

/** This page's picture of the house. */
export const hub = new LiveHub(() => void goto(resolve('/signin')));
