import { API } from '$protocol/dashboard/limits.ts';
import { tokenWords } from '$words/people/api-tokens.ts';

/** What a shortcut is to do. `on` of a scene: null, because the scene decides. */
export type Target =
	| { kind: 'relay'; device: string; relay: number; on: boolean }
	| { kind: 'scene'; scene: string; on: boolean | null }
	| { kind: 'read' };

interface Call {
	method: 'GET' | 'PUT' | 'POST';
	path: string;
	/** the one field of the body */
	field?: [name: string, value: boolean];
}

/** Ready text for what sends a request with a token. */
export interface Recipe {
	curl: string;
	ios: string;
	android: string;
}

export function recipeFor(origin: string, secret: string, target: Target): Recipe {
	const { method, path, field } = callOf(target);
	const url = `${origin}${API}${path}`;
	const authorization = `Bearer ${secret}`;
	const body = field && JSON.stringify({ [field[0]]: field[1] });
	const curl = [
		`curl -X ${method} '${url}'`,
		`-H 'Authorization: ${authorization}'`,
		...(body ? [`-H 'Content-Type: application/json'`, `-d '${body}'`] : []),
	].join(' \\\n  ');
	const { ios, android } = tokenWords.steps;
	return { curl, ios: ios(method, url, authorization, field), android: android(method, url, authorization, body) };
}

function callOf(target: Target): Call {
	if (target.kind === 'read') return { method: 'GET', path: '/devices' };
	if (target.kind === 'relay') {
		const { device, relay, on } = target;
		return { method: 'PUT', path: `/devices/${encodeURIComponent(device)}/relays/${relay}`, field: ['on', on] };
	}
	// A body of JSON is needed, and an app sends none without a field; the hub ignores what it does not know.
	const field: Call['field'] = target.on === null ? ['run', true] : ['on', target.on];
	return { method: 'POST', path: `/scenes/${encodeURIComponent(target.scene)}/run`, field };
}
