#include "sync/client/outbox.hpp"

#include <utility>

#include "sync/wire/envelope.hpp"

namespace ayni::client {

Result<Parcel> parcel_to_send(Store& store, std::size_t bytes) {
    AYNI_LET(envelopes, store.unsent(bytes));
    wire::FrameWriter writer;
    Parcel parcel;
    std::vector<std::string> together;
    std::size_t plain = 0;
    for (Envelope& envelope : envelopes) {
        if (!together.empty() && plain + envelope.bytes.size() > writer.room()) {
            parcel.frames.push_back(writer.pack(std::exchange(together, {})));
            plain = 0;
        }
        plain += envelope.bytes.size();
        parcel.names.push_back({envelope.scope, envelope.device, envelope.first_seq, envelope.last_seq});
        together.push_back(std::move(envelope.bytes));
    }
    if (!together.empty()) {
        parcel.frames.push_back(writer.pack(together));
    }
    return parcel;
}

}  // namespace ayni::client
