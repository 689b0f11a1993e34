export interface PollAnswer {
	status: number;
	body: { success: boolean; message?: string; retryAfterS?: number; [relay: `relay${number}`]: boolean };
}

/** Polls as a board with older firmware does: token and report in the query. */
export async function poll(
	origin: string,
	token: string,
	report: Record<string, string | number | boolean> = {},
	headers: Record<string, string> = {},
): Promise<PollAnswer> {
	const query = new URLSearchParams({ token });
	for (const [key, value] of Object.entries(report)) query.set(key, String(value));
	return answerOf(await fetch(`${origin}/api/device/state/?${query.toString()}`, { headers }));
}

export async function answerOf(answer: Response): Promise<PollAnswer> {
	return { status: answer.status, body: (await answer.json()) as PollAnswer['body'] };
}
