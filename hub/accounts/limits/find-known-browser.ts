import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';

/** The id of the browser with this cookie, if whoever has this name now has proved their present password in it. */
export async function findKnownBrowser(
	{ orm, knownBrowsers }: Accounts,
	cookie: string | undefined,
	folded: string,
): Promise<string | undefined> {
	if (!knownBrowsers.isOurs(cookie)) return undefined;
	const person = await orm.em.fork().findOne(User, { folded }, { fields: ['id', 'passwordChanges'] });
	return person ? knownBrowsers.idOf(cookie, person) : undefined;
}
