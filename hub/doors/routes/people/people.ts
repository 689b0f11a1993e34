import type { Fault } from '../../../../protocol/dashboard/faults.ts';
import { People, PersonPatch, PersonView, RemovePerson } from '../../../../protocol/dashboard/people/people.ts';
import { changePerson } from '../../../accounts/people/change-person.ts';
import { endSessionsOf } from '../../../accounts/people/end-sessions.ts';
import type { PeopleDependents } from '../../../accounts/people/people-dependents.ts';
import { listPeople, personView } from '../../../accounts/people/list-people.ts';
import { removePerson } from '../../../accounts/people/remove-person.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import { type Route, route } from '../../server/route.ts';
import { type Guarded, checkOwnPassword, checkOwnProof } from '../account/own-password.ts';

/**
 * What the owner does with the people of the household. A role and a removal take their proof: with an unlocked phone alone
 * nobody makes themselves an owner, or the only one.
 */
export function peopleRoutes(deps: Guarded & { dependents: PeopleDependents }): Route[] {
	const { accounts, dependents } = deps;
	const done = (result: Result<void, Fault>) => (result.ok ? ok({ status: 204 }) : err(apiErrorOf(result.error)));
	return [
		route({
			method: 'GET',
			path: '/people',
			summary: 'Everybody who may use the hub, and the open invitations',
			access: 'people.manage',
			answer: { status: 200, schema: People },
			handle: async () => ok({ status: 200, json: await listPeople(accounts, dependents) }),
		}),
		route({
			method: 'PATCH',
			path: '/people/:id',
			summary: 'Change the role of a person, what a guest reaches, or what a member may update',
			access: 'people.manage',
			body: PersonPatch,
			answer: { status: 200, schema: PersonView },
			async handle(asked) {
				const { params, body, who } = asked;
				if (body.role !== undefined) {
					const proved = await checkOwnProof(deps, asked, body);
					if (!proved.ok) return proved;
				}
				const changed = await changePerson(accounts, dependents, { id: params.id, patch: body, by: who.actor });
				if (!changed.ok) return err(apiErrorOf(changed.error));
				return ok({ status: 200, json: await personView(accounts, dependents, changed.value) });
			},
		}),
		route({
			method: 'POST',
			path: '/people/:id/remove',
			summary: 'Remove a person; their devices become yours',
			access: 'people.manage',
			body: RemovePerson,
			answer: { status: 204 },
			async handle(asked) {
				const { params, body, who } = asked;
				const proved = await checkOwnPassword(deps, asked, body);
				if (!proved.ok) return proved;
				const { pendingDevices } = body;
				return done(await removePerson(accounts, dependents, { id: params.id, pendingDevices, by: who.user }));
			},
		}),
		route({
			method: 'POST',
			path: '/people/:id/end-sessions',
			summary: 'Sign a person out everywhere',
			access: 'people.manage',
			answer: { status: 204 },
			handle: async ({ params: { id }, who }) => done(await endSessionsOf(accounts, id, who.actor)),
		}),
	];
}
