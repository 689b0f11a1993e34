import { X509Certificate } from 'node:crypto';
import { nameOf } from './certificates.ts';

const UUID_LENGTHS = [8, 4, 4, 4, 12];

/**
 * A configuration profile that adds the authority to an Apple device. Its ids come from the certificate, so that
 * installing it again replaces it. Trusting it is a second step, by hand, in the device's settings.
 */
export function appleProfile(pem: string): string {
	const certificate = new X509Certificate(pem);
	const digits = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
	const name = escape(nameOf(certificate));
	const entry = (key: string, value: string) => `<key>${key}</key>${value}`;
	const text = (value: string) => `<string>${value}</string>`;
	const common = (type: string, id: string, uuid: string) =>
		[
			entry('PayloadType', text(type)),
			entry('PayloadIdentifier', text(id)),
			entry('PayloadUUID', text(uuid)),
			entry('PayloadVersion', '<integer>1</integer>'),
			entry('PayloadDisplayName', text(name)),
		].join('');
	const id = `mooring.authority.${digits.slice(0, 16)}`;
	const content = `<data>${certificate.raw.toString('base64')}</data>`;
	const payload = `<dict>${common('com.apple.security.root', `${id}.certificate`, uuidOf(digits))}${entry('PayloadContent', content)}</dict>`;
	const profile = `${common('Configuration', id, uuidOf(digits.slice(32)))}${entry('PayloadContent', `<array>${payload}</array>`)}`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${profile}</dict></plist>
`;
}

function uuidOf(digits: string): string {
	let at = 0;
	return UUID_LENGTHS.map((length) => digits.slice(at, (at += length))).join('-');
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
