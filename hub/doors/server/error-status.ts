import type { ApiError } from '../../../protocol/dashboard/errors.ts';

/** The one mapping from error codes to HTTP. */
const STATUS: Record<ApiError['code'], number> = {
	'bad-request': 400,
	'not-signed-in': 401,
	'wrong-credentials': 401,
	'not-allowed': 403,
	'not-found': 404,
	conflict: 409,
	expired: 410,
	'too-many-tries': 429,
	internal: 500,
	'board-not-connected': 503,
	busy: 503,
	'no-answer': 504,
	storage: 507,
};

const REASONS: Record<number, string> = {
	200: 'OK',
	201: 'Created',
	202: 'Accepted',
	204: 'No Content',
	304: 'Not Modified',
	307: 'Temporary Redirect',
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	409: 'Conflict',
	410: 'Gone',
	413: 'Content Too Large',
	414: 'URI Too Long',
	415: 'Unsupported Media Type',
	421: 'Misdirected Request',
	426: 'Upgrade Required',
	429: 'Too Many Requests',
	431: 'Request Header Fields Too Large',
	500: 'Internal Server Error',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
	507: 'Insufficient Storage',
};

export function statusOf(error: ApiError): number {
	return STATUS[error.code];
}

/** "404 Not Found" */
export function statusLine(status: number): string {
	return `${status} ${REASONS[status] ?? ''}`.trim();
}
