#include <algorithm>
#include <utility>

#include "engine/programme/import/season.hpp"

namespace ayni::programme {
namespace {

// The cohort that "cohort" means here: her own, or the only one.
Result<ScopeId> home_cohort(Store& store) {
    AYNI_LET(me, store.find(store.person()));
    if (me && me->scope.kind == ScopeKind::cohort) {
        return me->scope;
    }
    AYNI_LET(cohorts, store.list(kind::cohort));
    if (cohorts.size() != 1) {
        return {Fault::not_found, "cohort"};
    }
    return ScopeId{ScopeKind::cohort, cohorts.front().id};
}

Result<ScopeId> talk_of(Store& store, std::string_view pair) {
    const auto plus = pair.find('+');
    const RecordId mentor = record_with_ref(store, pair.substr(0, plus));
    const RecordId business =
        plus == std::string_view::npos ? RecordId{} : record_with_ref(store, pair.substr(plus + 1));
    AYNI_LET(pairings, store.list(kind::pairing));
    const auto found = std::ranges::find_if(pairings, [&](const Record& pairing) {
        return pairing.ref("mentor") == mentor && pairing.ref("business") == business;
    });
    if (!mentor || !business || found == pairings.end()) {
        return {Fault::not_found, std::string(pair)};
    }
    return ScopeId{ScopeKind::talk, found->id};
}

}  // namespace

RecordId record_with_ref(Store& store, std::string_view ref) {
    const auto found = store.find_by_ref(ref);
    return found && *found ? (*found)->id : RecordId{};
}

Result<ScopeId> scope_of(Store& store, std::string_view text) {
    const auto colon = text.find(':');
    const auto kind = scope_kind_named(text.substr(0, colon));
    const std::string_view subject = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    if (!kind) {
        return {Fault::not_found, std::string(text)};
    }
    if (*kind == ScopeKind::programme) {
        return ScopeId{};
    }
    if (*kind == ScopeKind::cohort || *kind == ScopeKind::desk) {
        AYNI_LET(cohort, home_cohort(store));
        return ScopeId{*kind, cohort.subject};
    }
    if (*kind == ScopeKind::talk) {
        return talk_of(store, subject);
    }
    const RecordId about = record_with_ref(store, subject);
    if (!about) {
        return {Fault::not_found, std::string(subject)};
    }
    return ScopeId{*kind, about};
}

Result<bool> write_line(Store& store, const SeasonLine& line) {
    AYNI_LET(scope, scope_of(store, line.scope));
    AYNI_LET(now, store.find_by_ref(line.entry.ref));
    if (now && (now->scope != scope || now->kind != line.entry.kind->number)) {
        now.reset();  // the same name for something else
    }
    const RecordId record = now ? now->id : store.new_record();
    AYNI_LET(edits, edits_for(line.entry, record, now ? &*now : nullptr,
                              [&](std::string_view ref) { return record_with_ref(store, ref); }));
    if (edits.empty()) {
        return false;
    }
    AYNI_TRY(store.write(scope, edits));
    return true;
}

Result<BroughtLines> bring_in_season(Store& store, const Season& season,
                                     const std::function<void(std::int64_t)>& at_moment, Findings& findings) {
    AYNI_LET(me, store.find(store.person()));
    if (!me) {
        return {Fault::not_joined, "no person"};
    }
    const std::string mine = me->text("ref");
    BroughtLines brought;
    const auto write_all = [&]() -> Outcome {
        for (const SeasonLine& line : season.lines) {
            Found where{.file = season.file,
                        .line = line.entry.line,
                        .column = "author",
                        .row = shortened(line.entry.ref),
                        .value = shortened(line.author)};
            if (line.author != mine) {
                ++brought.of_others;
                findings.add(Remark::not_hers, std::move(where));
                continue;
            }
            for (const ImportRemark& remark : line.remarks) {
                findings.add(remark.what, remark);
            }
            at_moment(line.at);
            const auto written = write_line(store, line);
            if (!written && written.fault() == Fault::not_found) {
                where.column.clear();
                where.value = shortened(written.error().detail);
                findings.add(Trouble::ref_unknown, std::move(where));
                continue;
            }
            if (!written) {
                return written.error();
            }
            ++(*written ? brought.written : brought.same);
        }
        // All or none: leaving the transaction with a failure takes back what was written in it.
        return findings.good() ? Outcome(Done{}) : Outcome(Fault::not_found, "refs");
    };
    const Outcome outcome = store.transact(write_all);
    if (!outcome && findings.good()) {
        return outcome.error();
    }
    return findings.good() ? brought : BroughtLines{.written = 0, .same = 0, .of_others = brought.of_others};
}

}  // namespace ayni::programme
