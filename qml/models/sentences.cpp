#include "qml/models/sentences.hpp"

#include <QCoreApplication>
#include <array>
#include <cstdlib>

namespace ayni::models {
namespace {

// The translators' context of what stands here.
class Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    static QString of(Fault fault);
    static QString of(Refusal refusal);
    static QString of_unknown() { return tr("The hub could not take this. Show it to your coordinator."); }
};

QString Sentences::of(Fault fault) {
    switch (fault) {
        case Fault::not_found: return tr("This is not on this phone any more.");
        case Fault::invalid: return tr("Something is missing or cannot be right. Look at it once more.");
        case Fault::not_allowed: return tr("This is somebody else's to change. You can propose it to her.");
        case Fault::not_joined:
            return tr("You have not joined a programme yet. Ask your coordinator for an invitation.");
        case Fault::already_joined: return tr("This phone has joined already.");
        case Fault::wrong_code: return tr("This code opens nothing. Check each character with whoever gave it to you.");
        case Fault::expired_code: return tr("This code was used or is too old. Ask your coordinator for a new one.");
        case Fault::too_many_tries: return tr("Too many tries. Wait ten minutes, then try again.");
        case Fault::unreachable:
            return tr("No connection right now. All you write is kept here and goes by itself later.");
        case Fault::not_a_hub:
            return tr(
                "Something answers there, but it is not Ayni. Is this a Wi-Fi with a login page? "
                "Open it first, or use mobile data.");
        case Fault::hub_failed:
            return tr("The hub has a problem of its own. Nothing is lost; it is tried again later.");
        case Fault::token_refused:
            return tr(
                "The hub does not know this phone any more. Ask your coordinator for a new invitation; "
                "all you wrote is still here.");
        case Fault::malformed:
            return tr("This link or code is not complete. Copy it once more, from the start to the end.");
        case Fault::bad_signature: return tr("What came is not signed by whom it names, so it was not taken.");
        case Fault::too_large: return tr("This is too large. Make it shorter, or split it in two.");
        case Fault::made_by_newer_app:
            return tr("A newer Ayni wrote this. Update the app to open it; nothing was changed.");
        case Fault::storage_full: return tr("The phone is full. Free some space, then try again.");
        case Fault::storage_corrupt:
            return tr(
                "The notebook's file on this phone is damaged. It was left as it is, and what was sent is safe with "
                "the hub.");
        case Fault::storage_busy:
            return tr("Ayni is open already with this notebook. Close the other window, then try again.");
        case Fault::storage_failed:
            return tr("The phone could not read or write the notebook. Close Ayni and open it again.");
        case Fault::unsettled: return tr("The last step may not be saved. Close Ayni, open it again and look.");
        case Fault::wrong_key:
            return tr(
                "This notebook is locked with another key than this phone has for it. It was left as it is. "
                "Show it to your coordinator.");
        case Fault::key_lost:
            return tr(
                "The key to this notebook is not on this phone any more. Nothing was deleted: it opens when the key is "
                "back. Your coordinator can invite you again meanwhile.");
        case Fault::key_unavailable:
            return tr("The phone does not give out its keys just now. Unlock it, then try again.");
        case Fault::pin_needed: return tr("Enter your PIN to open your notebook.");
        case Fault::wrong_pin: return tr("That is not your PIN. Try again; nothing is ever deleted.");
        case Fault::pin_too_soon: return tr("Several wrong PINs: wait a little. Nothing is ever deleted.");
    }
    std::abort();
}

QString Sentences::of(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_in_scope: return tr("You are not part of this plan any more.");
        case Refusal::not_hers: return tr("Only she who wrote it can change this.");
        case Refusal::not_a_proposal: return tr("You can propose here; she who owns the plan decides.");
        case Refusal::wrong_place: return tr("This does not belong in that place.");
        case Refusal::only_the_hub: return tr("Only the hub writes this.");
        case Refusal::forged_author: return tr("It names somebody else as its author.");
        case Refusal::closed: return tr("This pair is closed: it can be read, not changed.");
    }
    std::abort();
}

constexpr std::array all_refusals{Refusal::not_in_scope, Refusal::not_hers,     Refusal::not_a_proposal,
                                  Refusal::wrong_place,  Refusal::only_the_hub, Refusal::forged_author,
                                  Refusal::closed};

}  // namespace

QString sentence_for(Fault fault) {
    return Sentences::of(fault);
}

QString sentence_for(Refusal refusal) {
    return Sentences::of(refusal);
}

QString sentence_for_reason(std::string_view reason) {
    for (const Refusal refusal : all_refusals) {
        if (name_of(refusal) == reason) {
            return Sentences::of(refusal);
        }
    }
    return Sentences::of_unknown();
}

}  // namespace ayni::models
