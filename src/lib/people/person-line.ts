import type { PersonView } from '$protocol/dashboard/people/people.ts';
import type { HubState } from '$lib/hub/hub-state.svelte.ts';
import { agoOrAt, asOf } from '$lib/frame/as-of.ts';
import { peopleWords as words } from '$words/people/people.ts';
import { grantName } from './access/grant-name.ts';

/** What stands under a person's name: "Online now", "Garden; Opener, Front gate · until Sun 18:00". */
export function personLine(
	person: PersonView,
	me: string,
	now: number,
	timeZone: string,
	state: Pick<HubState, 'devices' | 'nameOf'>,
): string {
	const { access } = person;
	const parts = [
		person.id === me && words.you,
		access && words.reaches(access.grants.map((grant) => grantName(grant, state))),
		access && access.until !== null && words.until(access.until, timeZone, now),
		access?.weekly && words.weekly(access.weekly),
		person.here ? person.id !== me && words.here(asOf()) : words.lastUsed(person.lastUsedAt, agoOrAt),
	];
	return parts.filter((part) => typeof part === 'string').join(' · ');
}
