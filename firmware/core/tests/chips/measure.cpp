#include "../fakes/house.h"
#include "chip.h"
#include "vectors.h"

// Measures what the core costs on a chip. Prints one line per figure, for test/board/chips.test.ts.

namespace mooring::test {

namespace {

/** How much is painted below the stack pointer: more than is ever used. */
constexpr size_t PAINTED_BYTES = 24 * 1024;
/** Not painted: the frames of the painting function and its caller. */
constexpr size_t MARGIN_BYTES = 256;
constexpr int STEPS = 500;
constexpr uint8_t PAINT = 0xa5;

alignas(House) uint8_t house_memory[sizeof(House)];

__attribute__((noinline)) uint8_t *stack_pointer() { return static_cast<uint8_t *>(__builtin_frame_address(0)); }

__attribute__((noinline)) void paint(uint8_t *top) {
	for (volatile uint8_t *byte = top - PAINTED_BYTES; byte < top - MARGIN_BYTES; byte++) *byte = PAINT;
}

__attribute__((noinline)) size_t used_below(const uint8_t *top) {
	const volatile uint8_t *byte = top - PAINTED_BYTES;
	while (*byte == PAINT) byte++;
	return static_cast<size_t>(top - byte);
}

void print(const char *name, uint64_t value) { printf("measure %s %lu\n", name, static_cast<unsigned long>(value)); }

uint64_t handshake() {
	Initiator initiator(crypto_of_tests());
	static Transport transport;
	static uint8_t preface[64], message[256], answer[256];
	Key psk, secret;
	unhex(SESSION.psk, psk.data(), psk.size());
	unhex(SESSION.secret, secret.data(), secret.size());
	const Bytes prologue = unhex(SESSION.preface, preface, sizeof preface);
	const size_t payload = unhex(SESSION.hello, message + DH_BYTES, sizeof message - DH_BYTES).size;
	const size_t size = unhex(SESSION.message_2, answer, sizeof answer).size;
	const uint64_t before = instructions();
	initiator.begin(psk, prologue, secret);
	initiator.write_message_1(message, payload);
	CHECK(initiator.read_message_2(answer, size, &transport));
	return instructions() - before;
}

/** From the bytes of a command on the line to its answer on the line; nothing else is due in this step. */
uint64_t toggle(House *house, uint32_t command_id) {
	wire::FromHub command = message_of(mooring_v2_FromHub_set_relay_tag);
	command.message.set_relay = {1, command_id % 2 == 1, 0, command_id, 3'600'000};
	house->hub.send(command);
	const uint64_t before = instructions();
	house->board->step();
	const uint64_t taken = instructions() - before;
	house->hub.work();
	const wire::FromDevice *answer = house->last(mooring_v2_FromDevice_relay_state_tag);
	CHECK(answer != nullptr && answer->message.relay_state.command_id == command_id);
	return taken;
}

/** The deepest stack of a start, a claim and a configuration. */
size_t stack(House *house) {
	uint8_t *top = stack_pointer();
	size_t deepest = 0;
	for (int i = 0; i < STEPS; i++) {
		paint(top);
		if (i == 0)
			house->power_on();
		else
			house->board->step();
		const size_t used = used_below(top);
		if (used > deepest) deepest = used;
		house->hub.work();
		house->machine.now += STEP_MS;
		if (i == STEPS / 2) {
			wire::FromHub message = message_of(mooring_v2_FromHub_configure_tag);
			message.message.configure.revision = 1;
			message.message.configure.relays_count = 1;
			message.message.configure.relays[0].id = 1;
			message.message.configure.relays[0].pin = 5;
			house->hub.send(message);
		}
	}
	return deepest;
}

} // namespace

TEST(Measure, WhatABoardCosts) {
	print("board_bytes", sizeof(Board));
	print("handshake_instructions", handshake());
	House *house = new (house_memory) House;
	print("stack_bytes", stack(house));
	CHECK(house->is_up());
	house->run(2'000);
	uint64_t most = 0;
	for (uint32_t command = 1; command <= 20; command++) {
		const uint64_t taken = toggle(house, command);
		if (taken > most) most = taken;
	}
	print("toggle_instructions", most);
}

} // namespace mooring::test
