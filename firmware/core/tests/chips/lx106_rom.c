// Arithmetic that the ESP8266 has in its ROM, so that its libgcc lacks it: division of integers, and IEEE 754 numbers, rounded to
// nearest. Subnormal numbers are zero here.

#include <stdint.h>

typedef uint32_t u32;
typedef uint64_t u64;
typedef int64_t s64;

enum { BIAS = 1023, FRACTION_BITS = 52, INFINITE = 0x7ff };
#define HIDDEN (1ull << FRACTION_BITS)
#define SIGN (1ull << 63)

u64 __udivmoddi4(u64 a, u64 b, u64 *rest);

u32 __udivsi3(u32 a, u32 b) {
	u32 result = 0, rest = 0;
	for (int i = 31; i >= 0; i--) {
		rest = rest << 1 | (a >> i & 1);
		if (rest >= b) rest -= b, result |= 1u << i;
	}
	return result;
}

u32 __umodsi3(u32 a, u32 b) { return a - __udivsi3(a, b) * b; }

int32_t __divsi3(int32_t a, int32_t b) {
	const u32 result = __udivsi3(a < 0 ? -(u32)a : (u32)a, b < 0 ? -(u32)b : (u32)b);
	return (int32_t)((a < 0) != (b < 0) ? -result : result);
}

u64 __muldi3(u64 a, u64 b) {
	const u32 al = (u32)a & 0xffff, ah = (u32)a >> 16, bl = (u32)b & 0xffff, bh = (u32)b >> 16;
	const u32 low = al * bl, middle1 = ah * bl + (low >> 16), middle2 = al * bh + (middle1 & 0xffff);
	const u32 high = ah * bh + (middle1 >> 16) + (middle2 >> 16) + (u32)(a >> 32) * (u32)b + (u32)a * (u32)(b >> 32);
	return (u64)high << 32 | (middle2 << 16 | (low & 0xffff));
}

u64 __umulsidi3(u32 a, u32 b) { return __muldi3(a, b); }
u64 __udivdi3(u64 a, u64 b) { return __udivmoddi4(a, b, 0); }
u64 __umoddi3(u64 a, u64 b) {
	u64 rest;
	__udivmoddi4(a, b, &rest);
	return rest;
}
s64 __divdi3(s64 a, s64 b) {
	const u64 result = __udivdi3(a < 0 ? -(u64)a : (u64)a, b < 0 ? -(u64)b : (u64)b);
	return (s64)((a < 0) != (b < 0) ? -result : result);
}

union number {
	double value;
	u64 bits;
};

static u64 bits_of(double value) {
	const union number number = {.value = value};
	return number.bits;
}

static double number_of(u64 bits) {
	const union number number = {.bits = bits};
	return number.value;
}

static int exponent_of(u64 bits) { return (int)(bits >> FRACTION_BITS & INFINITE); }
static u64 whole_of(u64 bits) { return exponent_of(bits) == 0 ? 0 : (bits & (HIDDEN - 1)) | HIDDEN; }

/** `whole` has three more bits than a fraction; the last of them is set if any bits were lost. */
static double packed(u64 sign, int exponent, u64 whole) {
	if (whole == 0) return number_of(sign);
	while (whole < HIDDEN << 3) whole <<= 1, exponent--;
	while (whole >= HIDDEN << 4) whole = whole >> 1 | (whole & 1), exponent++;
	const u64 rest = whole & 7;
	whole >>= 3;
	if (rest > 4 || (rest == 4 && (whole & 1))) whole++;
	if (whole == HIDDEN << 1) whole >>= 1, exponent++;
	if (exponent >= INFINITE) return number_of(sign | (u64)INFINITE << FRACTION_BITS);
	if (exponent <= 0) return number_of(sign);
	return number_of(sign | (u64)exponent << FRACTION_BITS | (whole & (HIDDEN - 1)));
}

static int is_special(u64 a, u64 b) { return exponent_of(a) == INFINITE || exponent_of(b) == INFINITE; }
static double not_a_number(void) { return number_of((u64)INFINITE << FRACTION_BITS | HIDDEN >> 1); }

double __adddf3(double x, double y) {
	u64 a = bits_of(x), b = bits_of(y);
	if (is_special(a, b)) return exponent_of(a) == INFINITE ? (exponent_of(b) == INFINITE && a != b ? not_a_number() : x) : y;
	if ((a & ~SIGN) < (b & ~SIGN)) {
		const u64 swapped = a;
		a = b;
		b = swapped;
	}
	const int shift = exponent_of(a) - exponent_of(b);
	u64 large = whole_of(a) << 3, small = whole_of(b) << 3;
	if (shift > 0) small = shift > 60 ? (small != 0) : small >> shift | ((small & ((1ull << shift) - 1)) != 0);
	const int differ = (a ^ b) >> 63 != 0;
	const u64 sum = differ ? large - small : large + small;
	return packed(sum == 0 && differ ? 0 : a & SIGN, exponent_of(a), sum);
}

double __subdf3(double x, double y) { return __adddf3(x, number_of(bits_of(y) ^ SIGN)); }

double __muldf3(double x, double y) {
	const u64 a = bits_of(x), b = bits_of(y), sign = (a ^ b) & SIGN;
	const u64 m = whole_of(a), n = whole_of(b);
	if (is_special(a, b)) {
		if (x != x || y != y || (m == 0 && n != 0) || (n == 0 && m != 0)) return not_a_number();
		return number_of(sign | (u64)INFINITE << FRACTION_BITS);
	}
	// 53 by 53 bits in halves of 32.
	const u64 low = (u64)(u32)m * (u32)n, cross1 = (m >> 32) * (u32)n, cross2 = (u64)(u32)m * (n >> 32);
	const u64 middle = (low >> 32) + (u32)cross1 + (u32)cross2;
	const u64 high = (m >> 32) * (n >> 32) + (cross1 >> 32) + (cross2 >> 32) + (middle >> 32);
	const u64 rest = middle << 32 | (u32)low;
	const u64 whole = high << 15 | rest >> 49;
	return packed(sign, exponent_of(a) + exponent_of(b) - BIAS, whole | ((rest & ((1ull << 49) - 1)) != 0));
}

double __divdf3(double x, double y) {
	const u64 a = bits_of(x), b = bits_of(y), sign = (a ^ b) & SIGN;
	const u64 n = whole_of(b);
	if (x != x || y != y || (is_special(a, b) && exponent_of(a) == exponent_of(b))) return not_a_number();
	if (exponent_of(b) == INFINITE) return number_of(sign);
	if (exponent_of(a) == INFINITE || n == 0) return whole_of(a) == 0 ? not_a_number() : number_of(sign | (u64)INFINITE << FRACTION_BITS);
	u64 rest = whole_of(a), whole = 0;
	for (int i = 0; i <= FRACTION_BITS + 4; i++) {
		whole <<= 1;
		if (rest >= n) rest -= n, whole |= 1;
		rest <<= 1;
	}
	return packed(sign, exponent_of(a) - exponent_of(b) + BIAS - 1, whole | (rest != 0));
}

double __floatunsidf(u32 value) { return packed(0, BIAS + FRACTION_BITS, (u64)value << 3); }
double __floatsidf(int32_t value) { return packed(value < 0 ? SIGN : 0, BIAS + FRACTION_BITS, (u64)(value < 0 ? -(u32)value : (u32)value) << 3); }

u32 __fixunsdfsi(double value) {
	const u64 bits = bits_of(value);
	const int shift = BIAS + FRACTION_BITS - exponent_of(bits);
	if (shift > FRACTION_BITS || bits >> 63) return 0;
	return shift <= FRACTION_BITS - 32 ? 0xffffffff : (u32)(whole_of(bits) >> shift);
}
int32_t __fixdfsi(double value) { return value < 0 ? -(int32_t)__fixunsdfsi(-value) : (int32_t)__fixunsdfsi(value); }

double __extendsfdf2(float value) {
	const union {
		float value;
		u32 bits;
	} number = {.value = value};
	const u32 exponent = number.bits >> 23 & 0xff;
	const u64 sign = (u64)(number.bits >> 31) << 63, fraction = (u64)(number.bits & 0x7fffff) << 29;
	if (exponent == 0) return number_of(sign);
	return number_of(sign | (u64)(exponent == 0xff ? INFINITE : exponent + BIAS - 127) << FRACTION_BITS | fraction);
}

float __truncdfsf2(double value) {
	union {
		u32 bits;
		float value;
	} number;
	const u64 bits = bits_of(value);
	const u32 sign = (u32)(bits >> 32) & 0x80000000;
	const int exponent = exponent_of(bits) - BIAS + 127;
	u32 fraction = (u32)((bits & (HIDDEN - 1)) >> 29);
	const u32 rest = (u32)bits & 0x1fffffff;
	if (exponent_of(bits) == INFINITE) number.bits = sign | 0x7f800000 | fraction | (rest != 0);
	else if (exponent <= 0) number.bits = sign;
	else if (exponent >= 0xff) number.bits = sign | 0x7f800000;
	else {
		number.bits = sign | (u32)exponent << 23 | fraction;
		if (rest > 0x10000000 || (rest == 0x10000000 && (fraction & 1))) number.bits++;
	}
	return number.value;
}

// Sums and products of two singles are exact in a double, or near enough: they are rounded once more.
float __addsf3(float a, float b) { return __truncdfsf2(__adddf3(__extendsfdf2(a), __extendsfdf2(b))); }
float __subsf3(float a, float b) { return __truncdfsf2(__subdf3(__extendsfdf2(a), __extendsfdf2(b))); }
float __mulsf3(float a, float b) { return __truncdfsf2(__muldf3(__extendsfdf2(a), __extendsfdf2(b))); }
float __floatsisf(int32_t value) { return __truncdfsf2(__floatsidf(value)); }
float __floatunsisf(u32 value) { return __truncdfsf2(__floatunsidf(value)); }
u32 __fixunssfsi(float value) { return __fixunsdfsi(__extendsfdf2(value)); }
