#include <algorithm>
#include <map>
#include <utility>

#include "sync/wire/columns.hpp"

namespace ayni::wire {
namespace {

std::int64_t difference(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::int64_t>(a - b);
}
std::int64_t difference(std::int64_t a, std::int64_t b) {
    return difference(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

// Remembers, for each device, what came last.
class Steps {
public:
    std::int64_t to(std::uint64_t device, std::uint64_t number) {
        return difference(number, std::exchange(last_[device], number));
    }

private:
    std::map<std::uint64_t, std::uint64_t> last_;
};

using Numbers = google::protobuf::RepeatedField<std::uint64_t>;

// Strings behind each other. The length of each is known to be needed only when the next one comes.
class Strings {
public:
    Strings(std::string& bytes, Numbers& lengths) : bytes_(bytes), lengths_(lengths) {}
    void add(const std::string& text) {
        if (any_) {
            lengths_.Add(last_);
        }
        any_ = true;
        last_ = text.size();
        bytes_ += text;
    }

private:
    std::string& bytes_;
    Numbers& lengths_;
    std::size_t last_ = 0;
    bool any_ = false;
};

class Columns {
public:
    explicit Columns(const Contents& contents) : contents_(contents), index_{{contents.device, 0}} {
        body_.set_scope_kind(static_cast<std::uint64_t>(contents.scope.kind));
        body_.set_device(contents.device.value);
        body_.set_first_seq(contents.first_seq);
        body_.set_previous(contents.previous);
        const RecordId subject = contents.scope.subject;
        if (subject && subject.device != contents.device) {
            body_.set_subject_device(subject.device.value);
            index_.emplace(subject.device, 1);
        }
        body_.set_subject_counter(subject.counter);
        if (contents.schema != 1) {
            body_.set_schema(contents.schema);
        }
    }

    pb::Body write() {
        const Change* before = nullptr;
        for (const Change& change : contents_.changes) {
            put_record(change, before);
            body_.add_fields(change.field);
            const std::int64_t earlier = before != nullptr ? before->stamp.ms() : 0;
            body_.add_stamps(difference(change.stamp.ms(), earlier));
            body_.add_stamp_counters(change.stamp.packed & 0xFFFFU);
            put_supersedes(change);
            if (!change.key.empty()) {
                keys_.add(change.key);
            }
            at_ = change.stamp.ms();
            const auto form =
                static_cast<std::uint64_t>(std::visit([this](const auto& v) { return put(v); }, change.value));
            const std::uint64_t key = change.key.empty() ? 0 : has_key;
            body_.add_forms(form * form_unit + key + std::min<std::uint64_t>(change.supersedes.size(), many));
            before = &change;
        }
        for (Numbers* column :
             {body_.mutable_forms(), body_.mutable_run_devices(), body_.mutable_run_more(),
              body_.mutable_stamp_counters(), body_.mutable_supersedes_more(), body_.mutable_superseded_devices(),
              body_.mutable_ref_devices(), body_.mutable_made_devices(), body_.mutable_saw_devices()}) {
            leave_out_zeros(*column);
        }
        leave_out_zeros(*body_.mutable_made_times());
        return std::move(body_);
    }

private:
    template <class Column>
    static void leave_out_zeros(Column& column) {
        if (std::ranges::all_of(column, [](auto n) { return n == 0; })) {
            column.Clear();
        }
    }

    std::uint64_t index(DeviceId device) {
        const auto [found, is_new] = index_.emplace(device, index_.size());
        if (is_new) {
            body_.add_devices(device.value);
        }
        return found->second;
    }

    void put_record(const Change& change, const Change* before) {
        if (before != nullptr && before->record == change.record && before->kind == change.kind) {
            auto& more = *body_.mutable_run_more();
            more.Set(more.size() - 1, more.Get(more.size() - 1) + 1);
            return;
        }
        const std::uint64_t device = index(change.record.device);
        body_.add_run_devices(device);
        body_.add_run_records(records_.to(device, change.record.counter));
        body_.add_run_kinds(change.kind);
        body_.add_run_more(0);
    }

    void put_supersedes(const Change& change) {
        if (change.supersedes.size() >= many) {
            body_.add_supersedes_more(change.supersedes.size() - many);
        }
        for (const Dot& dot : change.supersedes) {
            const std::uint64_t device = index(dot.device);
            body_.add_superseded_devices(device);
            body_.add_superseded(device == 0 ? difference(change.dot.seq, dot.seq) : superseded_.to(device, dot.seq));
        }
    }

    Form put(std::monostate) { return Form::none; }
    Form put(bool flag) { return flag ? Form::yes : Form::no; }
    Form put(std::int64_t whole) {
        body_.add_wholes(whole);
        return Form::whole;
    }
    Form put(double number) {
        body_.add_numbers(number);
        return Form::number;
    }
    Form put(const std::string& text) {
        texts_.add(text);
        return Form::text;
    }
    Form put(RecordId ref) {
        const std::uint64_t device = index(ref.device);
        body_.add_ref_devices(device);
        body_.add_ref_counters(refs_.to(device, ref.counter));
        return Form::ref;
    }
    Form put(const Place& place) {
        words_.add(place.lane);
        places_.add(place.index);
        return place.respaced ? Form::respaced : Form::place;
    }
    Form put(const Stage& stage) {
        words_.add(stage.status);
        if (!stage.at) {
            return Form::stage;
        }
        body_.add_stage_times(difference(*stage.at, at_));
        return Form::stage_at;
    }
    Form put(const Made& made) {
        const std::uint64_t device = index(made.by.device);
        body_.add_made_devices(device);
        body_.add_made_counters(makers_.to(device, made.by.counter));
        body_.add_made_times(difference(made.at, at_));
        return Form::made;
    }
    Form put(const Removal& removal) {
        body_.add_saw_counts(removal.saw.size());
        for (const Dot& dot : removal.saw) {
            const std::uint64_t device = index(dot.device);
            body_.add_saw_devices(device);
            body_.add_saw_seqs(saw_.to(device, dot.seq));
        }
        return removal.removed ? Form::removal : Form::restoral;
    }
    Form put(const Splice& splice) {
        body_.add_splice_before(splice.before);
        body_.add_splice_after(splice.after);
        texts_.add(splice.insert);
        return Form::splice;
    }

    const Contents& contents_;
    pb::Body body_;
    std::map<DeviceId, std::uint64_t> index_;
    std::int64_t at_ = 0;  // the stamp's ms of the change at hand
    Steps records_;
    Steps superseded_;
    Steps refs_;
    Steps makers_;
    Steps saw_;
    Strings keys_{*body_.mutable_keys(), *body_.mutable_key_lengths()};
    Strings texts_{*body_.mutable_texts(), *body_.mutable_text_lengths()};
    Strings words_{*body_.mutable_words(), *body_.mutable_word_lengths()};
    Strings places_{*body_.mutable_places(), *body_.mutable_place_lengths()};
};

}  // namespace

pb::Body to_columns(const Contents& contents) {
    return Columns(contents).write();
}

}  // namespace ayni::wire
