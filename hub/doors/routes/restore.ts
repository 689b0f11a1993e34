import {
	RestoreApply,
	RestoreAsk,
	RestoreBegin,
	RestoreBegun,
	RestoreProgress,
	Restored,
} from '../../../protocol/dashboard/restore.ts';
import { faultOf } from '../../../protocol/dashboard/faults.ts';
import { SETUP_CODE } from '../../accounts/limits/secret-limit.ts';
import type { SignInLimit } from '../../accounts/limits/sign-in-limit.ts';
import { applyRestore } from '../../backup/from-browser/apply-restore.ts';
import { beginRestore } from '../../backup/from-browser/begin-restore.ts';
import type { Restores } from '../../backup/from-browser/restores.ts';
import { takeUpload } from '../../backup/from-browser/take-upload.ts';
import { err, ok } from '../../base/result.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';
import { tooManyTries } from './account/account.ts';

/**
 * A backup in the place of a hub without an owner. The set-up code is guessed at here as at the set-up, by the same count;
 * what follows takes the handle that it was exchanged for.
 */
export function restoreRoutes({ restores, tries }: { restores: Restores; tries: SignInLimit }): Route[] {
	const { ownership } = restores.options;
	return [
		route({
			method: 'POST',
			path: '/restore',
			summary: 'Begin to restore a backup on a hub without an owner, with the one-time code the hub printed',
			access: 'public',
			body: RestoreBegin,
			answer: { status: 200, schema: RestoreBegun },
			async handle({ body, address }) {
				const begun = tries.begin({ address, secret: SETUP_CODE });
				if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
				try {
					const done = await beginRestore(restores, body);
					if (done.ok) begun.value.end('succeeded');
					else if (done.error.kind === 'wrong-code') begun.value.end('failed');
					return done.ok ? ok({ status: 200, json: done.value }) : err(apiErrorOf(done.error));
				} finally {
					begun.value.end('neither');
				}
			},
		}),
		route({
			method: 'PUT',
			path: '/restore/file',
			summary: 'Send the backup, with the handle as Authorization: Bearer',
			access: 'public',
			upload: (handle) => restores.of(handle ?? '')?.bytes,
			answer: { status: 204 },
			async handle({ bearer, upload }) {
				const sent = restores.of(bearer ?? '');
				if (!sent || !upload)
					return err(apiErrorOf(faultOf((await ownership.exists()) ? 'already-set-up' : 'restore-over')));
				const taken = await takeUpload(restores, sent, upload);
				return taken.ok ? ok({ status: 204 }) : err(apiErrorOf(taken.error));
			},
		}),
		route({
			method: 'POST',
			path: '/restore/apply',
			summary: 'Check everything in it, and put it in the place of this hub, which then restarts',
			access: 'public',
			body: RestoreApply,
			answer: { status: 200, schema: Restored },
			async handle({ body }) {
				const applied = await applyRestore(restores, body);
				return applied.ok ? ok({ status: 200, json: applied.value }) : err(apiErrorOf(applied.error));
			},
		}),
		route({
			method: 'POST',
			path: '/restore/progress',
			summary: 'How far it is',
			access: 'public',
			body: RestoreAsk,
			answer: { status: 200, schema: RestoreProgress },
			async handle({ body }) {
				const asked = restores.of(body.handle);
				if (!asked) return err(apiErrorOf(faultOf('restore-over')));
				const { stage, done, bytes } = asked;
				return ok({ status: 200, json: { stage, done, of: bytes } });
			},
		}),
	];
}
