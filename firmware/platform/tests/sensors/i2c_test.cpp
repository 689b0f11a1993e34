#include "../../sensors/i2c.h"

#include "i2c_device.h"

// The software bus, checked by i2c_device.h.

namespace mooring::test {

namespace {

constexpr uint8_t ADDRESS = 0x2a;

/** A memory: what is written can be read back. */
class Memory final : public I2cDevice {
public:
	Memory() : I2cDevice(ADDRESS) {}

	uint8_t bytes[16] = {};
	size_t written = 0, room = sizeof bytes;
	bool has_time = true;

private:
	bool begins(bool reads) override {
		at_ = 0;
		if (!reads) written = 0;
		return has_time;
	}
	bool takes(uint8_t byte) override {
		if (written >= room) return false;
		bytes[written++] = byte;
		return true;
	}
	uint8_t gives() override { return bytes[at_++ % sizeof bytes]; }

	size_t at_ = 0;
};

void check_rules(const I2cDevice &device) {
	CHECK(device.broken_rule == nullptr);
	if (device.broken_rule != nullptr) printf("  %s\n", device.broken_rule);
	CHECK_EQUAL(device.starts, device.stops);
}

} // namespace

TEST(I2c, BytesThereAndBack_WithinTheTimesOfTheBus_WhateverTheChipDoesBetween) {
	Random random(3);
	for (uint32_t interrupts_us = 0; interrupts_us <= 400; interrupts_us += 200)
		for (uint32_t stretches_us = 0; stretches_us <= 500; stretches_us += 250)
			for (size_t size = 1; size <= 16; size += 5) {
				Memory memory;
				memory.stretches_us = stretches_us;
				Bench bench(memory);
				bench.interrupts_us = interrupts_us;
				I2c i2c(bench, Memory::DATA, Memory::CLOCK);
				uint8_t sent[16], read[16] = {};
				random.fill(sent, sizeof sent);
				CHECK(i2c.write(ADDRESS, sent, size));
				CHECK_BYTES((Bytes{memory.bytes, memory.written}), (Bytes{sent, size}));
				CHECK(i2c.read(ADDRESS, read, size));
				CHECK_BYTES((Bytes{read, size}), (Bytes{sent, size}));
				CHECK_EQUAL(memory.starts, 2);
				check_rules(memory);
			}
}

TEST(I2c, AddressOfNobodyOrABusyDevice_IsRefused_AndTheBusIsFreeAgain) {
	Memory memory;
	Bench bench(memory);
	I2c i2c(bench, Memory::DATA, Memory::CLOCK);
	uint8_t byte = 0x55;
	CHECK(!i2c.write(ADDRESS + 1, &byte, 1));
	CHECK(!i2c.read(ADDRESS + 1, &byte, 1));
	memory.has_time = false;
	CHECK(!i2c.read(ADDRESS, &byte, 1));
	memory.has_time = true;
	CHECK(i2c.write(ADDRESS, &byte, 1));
	check_rules(memory);
}

TEST(I2c, ByteThatIsNotTaken_IsTold) {
	Memory memory;
	memory.room = 2;
	Bench bench(memory);
	I2c i2c(bench, Memory::DATA, Memory::CLOCK);
	const uint8_t bytes[] = {1, 2, 3};
	CHECK(i2c.write(ADDRESS, bytes, 2));
	CHECK(!i2c.write(ADDRESS, bytes, 3));
	CHECK_EQUAL(memory.written, 2);
	check_rules(memory);
}

TEST(I2c, DeviceThatHoldsTheClockTooLong_IsGivenUp_NotWaitedForForEver) {
	Memory memory;
	memory.stretches_us = 1'000'000;
	Bench bench(memory);
	I2c i2c(bench, Memory::DATA, Memory::CLOCK);
	const uint8_t bytes[] = {1, 2};
	const uint32_t begin = bench.time();
	CHECK(!i2c.write(ADDRESS, bytes, sizeof bytes));
	CHECK(bench.time() - begin < 10'000);
}

TEST(I2c, DeviceLeftInTheMiddleOfARead_IsClockedFree) {
	Memory memory;
	memory.is_left_in_a_read();
	Bench bench(memory);
	I2c i2c(bench, Memory::DATA, Memory::CLOCK);
	const uint8_t byte = 0x5a;
	CHECK(i2c.write(ADDRESS, &byte, 1));
	CHECK_EQUAL(memory.bytes[0], 0x5a);
}

TEST(I2c, WiresHeldLow_AreGivenUpSoon) {
	Nobody nobody(true);
	Bench bench(nobody);
	const uint32_t begin = bench.time();
	I2c i2c(bench, Memory::DATA, Memory::CLOCK);
	uint8_t byte = 0;
	CHECK(!i2c.write(ADDRESS, &byte, 1));
	CHECK(!i2c.read(ADDRESS, &byte, 1));
	CHECK(bench.time() - begin < 30'000);
}

} // namespace mooring::test
