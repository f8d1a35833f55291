#include "platforms/linux/profile_key.hpp"

#include <ctime>
#include <fstream>
#include <utility>

#include "engine/store/cipher.hpp"
#include "engine/store/files.hpp"
#include "platforms/linux/key_store.hpp"

namespace ayni::shell {
namespace {

constexpr std::size_t file_most = 4096;

}  // namespace

Moment machine_moment() {
    Moment moment;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> moment.start;
    timespec since{};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    moment.ms = static_cast<std::int64_t>(since.tv_sec) * 1000 + since.tv_nsec / 1'000'000;
    return moment;
}

ProfileKey::ProfileKey(const std::filesystem::path& folder, std::function<Moment()> now, PinCost cost)
    : database_(folder / "profile.db"),
      file_(folder / "profile.key"),
      tries_file_(folder / "profile.tries"),
      now_(std::move(now)),
      cost_(cost) {}

Result<KeyEnvelope> ProfileKey::envelope() const {
    const auto bytes = read_file(file_, file_most);
    if (!bytes) {
        return bytes.fault() == Fault::too_large ? Failure{Fault::storage_corrupt, "key envelope"} : bytes.error();
    }
    return unpack_envelope(*bytes);
}

PinTries ProfileKey::tries() const {
    const auto bytes = read_file(tries_file_, file_most);
    if (!bytes && bytes.fault() == Fault::not_found) {
        return {};
    }
    return unpack_tries(bytes ? *bytes : std::string(), now_());
}

Result<LockFacts> ProfileKey::facts() const {
    const auto kept = envelope();
    if (!kept) {
        return kept.fault() == Fault::not_found ? Result<LockFacts>(LockFacts{}) : Result<LockFacts>(kept.error());
    }
    LockFacts facts{kept->key_store, kept->with_pin, {}};
    if (kept->with_pin) {
        facts.wait = wait_before(tries(), now_());
    }
    return facts;
}

Result<DataKey> ProfileKey::open(const std::optional<Pin>& pin) {
    const auto kept = envelope();
    if (!kept && kept.fault() == Fault::not_found) {
        return make();
    }
    if (!kept) {
        return kept.error();
    }
    AYNI_LET(store, key_store_named(kept->key_store));
    AYNI_LET(secret, store->get(kept->secret_id));
    return open(*kept, secret, pin);
}

Result<DataKey> ProfileKey::open(const KeyEnvelope& envelope, const PlatformSecret& secret,
                                 const std::optional<Pin>& pin) {
    if (!envelope.with_pin || !pin) {
        return open_key(envelope, secret, pin);
    }
    PinTries noted = tries();
    const Moment now = now_();
    if (wait_before(noted, now).count() > 0) {
        return {Fault::pin_too_soon, "profile.tries"};
    }
    AYNI_TRY(write_in_place(tries_file_, pack(PinTries{noted.wrong + 1, now})));
    auto key = open_key(envelope, secret, pin);
    if (key || key.fault() != Fault::wrong_pin) {
        // It wasn't a wrong one. If this can't be written down, she has one free try less.
        static_cast<void>(write_in_place(tries_file_, pack(key ? PinTries{} : noted)));
    }
    return key;
}

// First of all the key is safe where it will be looked for; only then is anything locked with it.
Result<DataKey> ProfileKey::make() {
    AYNI_LET(plain, is_plain(database_));
    AYNI_LET(locked, may_be_locked(database_));
    std::error_code error;
    const auto size = std::filesystem::file_size(database_, error);
    if (!plain && !error && size > 0) {
        return {locked ? Fault::key_lost : Fault::storage_corrupt, "profile.key"};
    }
    const DataKey key = DataKey::random();
    AYNI_TRY(seal(key, *key_store_for_new(), {}));
    return key;
}

Outcome ProfileKey::seal(const DataKey& key, KeyStore& store, const std::optional<Pin>& pin) {
    const std::string id = new_secret_id();
    const PlatformSecret secret = PlatformSecret::random();
    AYNI_TRY(store.put(id, secret));
    AYNI_LET(back, store.get(id));
    if (!(back.secret == secret.secret)) {
        return {Fault::key_unavailable, "the key store doesn't keep what it is given"};
    }
    AYNI_LET(envelope, seal_key(key, secret, pin, std::string(store.name()), id, cost_));
    return write_file(file_, pack(envelope));
}

Outcome ProfileKey::change_pin(const std::optional<Pin>& current, const std::optional<Pin>& next) {
    AYNI_LET(before, envelope());
    AYNI_LET(store, key_store_named(before.key_store));
    AYNI_LET(secret, store->get(before.secret_id));
    AYNI_LET(key, open(before, secret, current));
    AYNI_TRY(seal(key, *store, next));
    store->forget(before.secret_id);
    return Done{};
}

}  // namespace ayni::shell
