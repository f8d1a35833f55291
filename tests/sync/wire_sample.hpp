#pragma once
// What the tests of the wire write envelopes about.

#include <random>
#include <string>
#include <vector>

#include "sync/wire/envelope.hpp"

namespace ayni::wire::sample {

inline constexpr DeviceId phone{0xA1A2A3A4A5A6A7A8};
inline constexpr DeviceId laptop{0xB1B2B3B4B5B6B7B8};
inline constexpr DeviceId mentors{0xC1C2C3C4C5C6C7C8};
inline constexpr ScopeId plan{ScopeKind::plan, {laptop, 31}};
inline constexpr std::int64_t evening = 1'795'391'400'000;  // 2026-11-22 in Santa Cruz

/// Always the same pair.
KeyPair keys();

Contents contents_of(std::vector<Change> changes, const ScopeId& scope = plan);
/// One change of her own action: done.
Contents one_change(Value value = Stage{"done", evening - 1000});
/// Every form of value, several devices, keys, many superseded.
Contents everything();
/// Changes as hands and chance make them, all valid. The same for the same seed.
Contents random_contents(std::mt19937_64& chance, std::size_t count);

bool same(const Contents& a, const Contents& b);

}  // namespace ayni::wire::sample
