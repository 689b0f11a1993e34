import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Przekaźniki zostają w obecnym stanie',
	text: relays ? `${relays.replace(/\.$/, '')}.` : 'Płytka działa dalej według własnych reguł.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Zniknie też jego wirtualna płytka',
			text: 'Ten hub przestanie ją symulować.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Jego token Legacy od razu przestanie działać',
			text: 'Płytka i wszystko inne, co pyta z tym tokenem, dowie się, że hub go nie zna.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Powrót wymaga wgrania firmware’u',
		text: 'Token przestanie działać, więc płytka nie połączy się ponownie.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} (${isolate(person)})`;
		return isLast ? `${token}, który nie będzie już nic przełączać` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; i jeszcze ${of.more}` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Pozostałe uprawnienia zostają.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many ? 'Tokeny API stracą przekaźniki tego urządzenia' : 'Token API straci przekaźniki tego urządzenia',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `Odnowić token urządzenia ${isolate(name)}?`,
		action: 'Odnów w miejscu',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Nowy token przez szyfrowane łącze',
				text: 'Płytka przyjmie go od razu, bez wgrywania.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Stary przestanie działać, gdy nowy się połączy',
				text: 'Do tego czasu działa, więc płytka nie straci dostępu.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Żaden przekaźnik się nie przełączy',
				text: 'Nazwa, historia i ustawienia zostają.',
			},
		],
	}),
	instead: 'Ktoś może znać stary token albo to nowa płytka?',
	insteadLink: 'Utwórz zamiast tego nowy firmware',
	regenerate: (name) => ({
		title: `Utworzyć nowy firmware dla urządzenia ${isolate(name)}?`,
		action: 'Odnów token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Stary token od razu przestanie działać',
				text: 'Płytka zostanie rozłączona i nie połączy się z nim ponownie.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Wymaga wgrania firmware’u',
				text: 'Dostaniesz nowy klucz rejestracyjny, ważny 24 godziny, i nowy plik płytki.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Nazwa, historia i ustawienia zostają',
				text: 'To będzie znów to samo urządzenie.',
			},
		],
	}),
	revoke: (name, relays) => ({
		title: `Unieważnić token urządzenia ${isolate(name)}?`,
		action: 'Unieważnij token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Rozłączone od razu',
				text: 'Nikt nie przełączy go już stąd. Płytka bez łącza też nie będzie mogła wrócić.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Powrót wymaga wgrania firmware’u',
				text: 'Nie połączy się, dopóki nie utworzysz nowego firmware’u.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Nazwa i historia zostają',
				text: 'Urządzenie zostaje w „Moich urządzeniach”, bez płytki.',
			},
		],
	}),
	milder: ['Chcesz tylko nowy token?', 'Odnów token', '– płytka pozostanie połączona.'],
	relayIs: (name, on) => `${isolate(name)} ${on ? 'wł.' : 'wył.'}`,
	upgrade: (name) => ({
		title: `Przejść na Secure v2 w urządzeniu ${isolate(name)}?`,
		action: 'Przejdź na Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Wymaga wgrania firmware’u',
				text: 'Dostaniesz klucz rejestracyjny, ważny 24 godziny, i nowy plik płytki.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Do tego czasu działa token odpytywania',
				text: 'Przestanie działać, gdy płytka połączy się przez Secure v2.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Nazwa i historia zostają',
				text: 'To będzie znów to samo urządzenie.',
			},
		],
	}),
	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `Usunąć urządzenie ${isolate(name)}?`,
		action: 'Usuń urządzenie',
		what: [
			{ icon: 'unlink', bad: true, title: 'Rozłączone od razu', text: 'Nikt nie przełączy go już stąd.' },
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'Jego historia zostanie usunięta',
				text: 'Nazwa, ustawienia, odczyty i dziennik znikną na zawsze.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name) => ({
		title: `Uruchomić ponownie urządzenie ${isolate(name)}?`,
		action: 'Uruchom ponownie',
		what: [
			{ icon: 'power', bad: true, title: 'Bez łącza przez kilka sekund', text: 'Wróci samo.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Przekaźniki wrócą do obecnego stanu',
				text: 'Styki mogą na chwilę odpuścić, gdy układ się resetuje.',
			},
		],
	}),
	removeRelay: (name) => ({
		title: `Usunąć przekaźnik ${isolate(name)}?`,
		action: 'Usuń przekaźnik',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'Znikną też jego harmonogramy',
				text: 'Jego przełączniki ścienne nie będą już nic przełączać.',
			},
			{ icon: 'play', bad: true, title: 'Zniknie ze swoich scen', text: '„Cofnij” tego nie przywróci.' },
			{ icon: 'check', bad: false, title: 'Dopiero po zapisaniu', text: '„Odrzuć” przywróci przekaźnik.' },
		],
	}),
};
