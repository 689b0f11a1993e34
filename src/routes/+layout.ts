// The hub serves one page for every address; all that is shown comes from it live.
export const ssr = false;
export const prerender = false;
