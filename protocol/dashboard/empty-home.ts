import type { HomeLayout } from './home.ts';

/** Of everybody who has arranged nothing. Not beside its schema, so that the dashboard's bundle does not contain zod. */
export const EMPTY_HOME: HomeLayout = { favourites: [], order: [], rooms: [], folded: [] };
