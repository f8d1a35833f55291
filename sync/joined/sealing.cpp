#include "sync/joined/sealing.hpp"

#include <span>
#include <utility>

#include "engine/merge/packed.hpp"

namespace ayni::joined {
namespace {

// How many changes, from the first, make about one envelope. Their local form is a little larger than their columns:
// near enough, and known without sealing twice.
std::size_t length_of_run(std::span<const Change> changes) {
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < changes.size()) {
        bytes += pack(changes.subspan(count, 1)).size();
        if (count > 0 && bytes > wire::frame_bytes) {
            break;
        }
        ++count;
    }
    return count;
}

Outcome seal_scope(Store& store, const ScopeId& scope, const wire::KeyPair& keys) {
    AYNI_LET(changes, store.pending(scope));
    if (changes.empty()) {
        return Done{};
    }
    AYNI_LET(last, store.last_sealed(scope));
    std::string previous = last ? wire::short_hash(last->bytes) : std::string();
    std::span<const Change> rest = changes;
    while (!rest.empty()) {
        const auto run = rest.first(length_of_run(rest));
        rest = rest.subspan(run.size());
        wire::Contents contents;
        contents.scope = scope;
        contents.device = store.device();
        contents.first_seq = run.front().dot.seq;
        contents.last_seq = run.back().dot.seq;
        contents.schema = schema_version;
        contents.previous = std::move(previous);
        contents.changes.assign(run.begin(), run.end());
        Envelope envelope{scope, contents.device, contents.first_seq, contents.last_seq,
                          wire::seal(contents, keys.secret)};
        AYNI_TRY(store.seal(envelope));
        previous = wire::short_hash(envelope.bytes);
    }
    return Done{};
}

}  // namespace

Outcome seal_pending(Store& store, const wire::KeyPair& keys, const std::set<ScopeId>& alone) {
    return store.transact([&]() -> Outcome {
        AYNI_LET(scopes, store.scopes());
        for (const ScopeId& scope : scopes) {
            AYNI_LET(may, store.may_seal(scope));
            if (may && !alone.contains(scope)) {
                AYNI_TRY(seal_scope(store, scope, keys));
            }
        }
        return Done{};
    });
}

}  // namespace ayni::joined
