import { loadLanguage } from '$lib/words/translations.ts';

// The hub serves the same static page at every address; the content is loaded in the browser.
export const ssr = false;
export const prerender = false;

/** Before the first page is drawn. */
export const load = () => loadLanguage();
