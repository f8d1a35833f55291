#include "platforms/linux/aynictl/play_script.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace ayni::shell {
namespace {

using programme::Entry;
using programme::SeasonLine;
using programme::Setting;

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
// A phone that is further behind than this has lost its clock.
constexpr std::int64_t lost_clock = 30 * 24 * hour;

Setting* setting_of(Entry& entry, std::string_view field) {
    const auto found = std::ranges::find_if(entry.settings, [&](const Setting& s) { return s.field->name == field; });
    return found != entry.settings.end() ? &*found : nullptr;
}

std::string named_in(Entry& entry, std::string_view field) {
    const Setting* setting = setting_of(entry, field);
    return setting != nullptr ? setting->names : std::string{};
}

// All refs of a set of references, which leaves the entry.
std::vector<std::string> taken_out(Entry& entry, std::string_view field) {
    std::vector<std::string> names;
    std::erase_if(entry.settings, [&](const Setting& setting) {
        const bool is_it = setting.field->name == field;
        if (is_it) {
            names.push_back(setting.names);
        }
        return is_it;
    });
    std::erase_if(entry.whole_sets, [&](const FieldDef* set) { return set->name == field; });
    return names;
}

class Writer {
public:
    Writer(const programme::Folder& folder, const programme::Season& season) : folder_(&folder), season_(&season) {
        for (const programme::BusinessRow& business : folder.businesses) {
            for (const Setting& setting : business.card.settings) {
                if (setting.field->name == "leaders") {
                    leaders_[business.card.ref].push_back(setting.names);
                }
            }
        }
        for (const programme::PersonRow& person : folder.people) {
            if (person.role == "coordinator" && coordinator_.empty()) {
                coordinator_ = person.card.ref;
            }
        }
    }

    Script run() {
        for (const SeasonLine& line : season_->lines) {
            take(line);
        }
        settle_pairings();
        std::ranges::stable_sort(script_.steps, {}, &Step::at);
        return std::move(script_);
    }

private:
    // When it really was: a phone without a clock writes between the lines before and behind; and nothing comes
    // before what it speaks of.
    std::int64_t instant_of(const SeasonLine& line) {
        std::int64_t at = has_lost_clock(line) ? last_ : line.at;
        for (const std::string& ref : line.entry.named()) {
            if (const auto other = instants_.find(ref); other != instants_.end()) {
                at = std::max(at, other->second);
            }
        }
        last_ = std::max(last_, at);
        instants_[line.entry.ref] = at;
        return at;
    }

    [[nodiscard]] bool has_lost_clock(const SeasonLine& line) const { return line.at + lost_clock < last_; }

    void take(SeasonLine line) {
        const bool lost = has_lost_clock(line);
        const std::int64_t at = instant_of(line);
        script_.authors[line.entry.ref] = line.author;
        std::vector<Step> later;
        if (line.entry.kind->number == kind::action) {
            later = finishing(line, at);
        } else if (line.entry.kind->number == kind::circle_post) {
            later = joining(line, at);
        }
        Step step{.what = Step::What::write, .at = at, .clock = lost ? line.at : at, .by = line.author};
        step.line = std::move(line);
        script_.steps.push_back(std::move(step));
        std::ranges::move(later, std::back_inserter(script_.steps));
    }

    [[nodiscard]] bool owns_plan(const std::string& person, std::string_view scope) const {
        const std::string subject(scope.substr(scope.find(':') + 1));
        const auto business = leaders_.find(subject);
        return person == subject ||
               (business != leaders_.end() && std::ranges::find(business->second, person) != business->second.end());
    }
    [[nodiscard]] std::string first_owner(std::string_view scope) const {
        const std::string subject(scope.substr(scope.find(':') + 1));
        const auto business = leaders_.find(subject);
        return business != leaders_.end() && !business->second.empty() ? business->second.front() : subject;
    }

    std::vector<Step> finishing(SeasonLine& line, std::int64_t at) const {
        Setting* status = setting_of(line.entry, "status");
        auto* stage = status != nullptr ? std::get_if<Stage>(&status->value) : nullptr;
        if (stage == nullptr || stage->status != "done") {
            return {};
        }
        const std::int64_t done_at = std::max(stage->at.value_or(at), at);
        const std::string owner = named_in(line.entry, "owner");
        const bool by_owner = owns_plan(owner, line.scope) || owner == line.author;
        const std::string by = by_owner ? owner : first_owner(line.scope);
        const bool proposed = !owns_plan(line.author, line.scope) && owner != line.author;
        *stage = Stage{proposed ? "proposed" : "open", std::nullopt};
        const Step done{.what = Step::What::set_status,
                        .at = done_at,
                        .clock = done_at,
                        .by = by,
                        .target = line.entry.ref,
                        .status = "done"};
        if (!proposed) {
            return {done};
        }
        Step accepted = done;
        accepted.at = accepted.clock = at + (done_at - at) / 3;
        accepted.status = "open";
        return {accepted, done};
    }

    static std::vector<Step> joining(SeasonLine& line, std::int64_t at) {
        std::vector<Step> steps;
        std::int64_t when = at;
        for (const auto* field : {"me_too", "answered_by"}) {
            for (const std::string& person : taken_out(line.entry, field)) {
                when += 2 * hour + 7 * minute;
                steps.push_back({.what = Step::What::join_set,
                                 .at = when,
                                 .clock = when,
                                 .by = person,
                                 .target = line.entry.ref,
                                 .field = field});
            }
        }
        return steps;
    }

    // The instant of the last step that needs the pairing; none if there isn't any.
    [[nodiscard]] std::optional<std::int64_t> last_need(const programme::PairingRow& pair) const {
        std::optional<std::int64_t> last;
        for (const Step& step : script_.steps) {
            const bool writes = step.what == Step::What::write;
            const std::string_view scope = writes ? std::string_view(step.line.scope) : std::string_view{};
            const bool in_talk = scope == "talk:" + pair.pairing.ref;
            const bool in_her_plan = scope == "plan:" + pair.business && step.by == pair.mentor;
            const bool promise_kept = step.what == Step::What::set_status && step.by == pair.mentor &&
                                      scopes_of_.contains(step.target) &&
                                      scopes_of_.at(step.target) == "plan:" + pair.business;
            if (in_talk || in_her_plan || promise_kept) {
                last = std::max(last.value_or(step.at), step.at);
            }
        }
        return last;
    }

    void settle_pairings() {
        for (const SeasonLine& line : season_->lines) {
            scopes_of_[line.entry.ref] = line.scope;
        }
        for (const programme::PairingRow& pair : folder_->pairings) {
            const auto last = last_need(pair);
            if (!last || pair.status == "active") {
                continue;
            }
            script_.first_statuses[pair.pairing.ref] = "active";
            Step step{.what = Step::What::settle_pairing,
                      .at = *last + hour,
                      .clock = *last + hour,
                      .by = coordinator_,
                      .target = pair.pairing.ref,
                      .status = pair.status,
                      .others = {pair.mentor}};
            const auto leaders = leaders_.find(pair.business);
            if (leaders != leaders_.end()) {
                step.others.insert(step.others.end(), leaders->second.begin(), leaders->second.end());
            }
            script_.steps.push_back(std::move(step));
        }
    }

    const programme::Folder* folder_;
    const programme::Season* season_;
    Script script_;
    std::string coordinator_;
    std::map<std::string, std::vector<std::string>> leaders_;
    std::map<std::string, std::int64_t> instants_;
    std::map<std::string, std::string> scopes_of_;
    std::int64_t last_ = 0;
};

}  // namespace

Script script_of(const programme::Folder& folder, const programme::Season& season) {
    return Writer(folder, season).run();
}

}  // namespace ayni::shell
