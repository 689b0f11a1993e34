import type { TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';

/** The token by which somebody asks. */
export interface TokenUsed {
	id: string;
	name: string;
	scope: TokenScope;
}

/** Whether the token itself allows to switch this relay. What its person may is asked besides. */
export function tokenMaySwitch({ scope }: TokenUsed, wish: { device: string; relay: number }): boolean {
	if (scope.kind !== 'switch') return scope.kind === 'everything';
	return scope.relays.some(({ device, relay }) => device === wish.device && relay === wish.relay);
}

/** The same for a scene, with whatever is in it at the moment. */
export function tokenMayRun({ scope }: TokenUsed, scene: string): boolean {
	return scope.kind === 'switch' ? scope.scenes.includes(scene) : scope.kind === 'everything';
}
