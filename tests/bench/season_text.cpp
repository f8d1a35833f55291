#include "tests/bench/season_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace ayni::bench {
namespace {

// Words by what they are good for in a sentence, '|' between.
struct Vocabulary {
    std::vector<std::string> nouns;  // with their articles
    std::vector<std::string> verbs;
    std::vector<std::string> adjectives;
    std::vector<std::string> links;
    std::vector<std::string> times;
    std::vector<std::string> people;
    std::vector<std::string> tasks;
};

std::vector<std::string> words(std::string_view list) {
    std::vector<std::string> all;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('|'), list.size());
        all.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return all;
}

const Vocabulary& spanish() {
    static const Vocabulary vocabulary{
        words("la cuenta|el cuaderno|la feria|el precio|la clienta|el proveedor|la harina|el horno|la máquina|el hilo|"
              "la tela|el local|la deuda|el crédito|la cuota|el banco|la caja|el margen|la receta|el pedido|la entrega|"
              "el transporte|la etiqueta|el empaque|la marca|el teléfono|la foto|la publicación|el mensaje|la reunión|"
              "la vecina|el mercado|la competencia|el impuesto|el permiso|la alcaldía|el trámite|la hermana|el taller|"
              "la costurera|el turno|la semilla|el jardín|la cosecha|el abono|la lluvia|el camino|la moto|la balanza|"
              "el molde|la merma|el inventario|la lista|el recibo|la factura|el ahorro|la meta|el plan|la idea|"
              "el problema|la solución|la ganancia|la pérdida|el costo|la hora|la semana|el domingo|la temporada|"
              "el descuento|la muestra|la tienda|el puesto|la esquina|el barrio|la calidad|el sabor|el color|la talla|"
              "la garantía|el reclamo|la visita|el viaje|el curso|la práctica|el miedo|la confianza|la paciencia|"
              "el cansancio|la salud|la escuela|el hijo|la familia|el marido|la comadre|el grupo|la asociación"),
        words(
            "revisamos|calculó|anotó|vendió|compró|perdió|ganó|probamos|cambió|negoció|llamó a|visitó|pagó|prestó|"
            "entregó|devolvió|midió|contó|ordenó|limpió|arregló|mejoró|subió|bajó|ofreció|rechazó|aceptó|preguntó por|"
            "explicó|entendió|olvidó|recordó|preparó|terminó|empezó|dejó|guardó|separó|mostró|fotografió|publicó|"
            "comparó|apuntó|consiguió|necesita|quiere|busca|teme|espera|propone|decidió|promete|aprendió|enseñó"),
        words("nuevo|caro|barato|pequeño|urgente|difícil|posible|mensual|semanal|pendiente|propio|ajeno|seguro|"
              "lento|rápido|antiguo|bueno|mejor|peor|suficiente|escaso|completo|roto|limpio|claro|oscuro|simple|fijo|"
              "variable|local|ligero|pesado|dulce|fresco|seco|verde|amable|constante|real|último|primero|segundo"),
        words("porque|para|con|sin|según|aunque|mientras|después de|antes de|además de|en vez de|gracias a|sobre|"
              "contra|junto a|por|desde|hasta|y también|pero no|o quizá|y luego|como|entre|hacia|tras"),
        words(
            "el lunes|el martes|el jueves|esta semana|el mes pasado|ayer|hoy|mañana temprano|por la tarde|en la noche|"
            "hace dos años|a fin de mes|antes del carnaval|en agosto|en octubre|cada sábado|a veces|casi siempre|"
            "todavía|por ahora|de nuevo|la próxima vez|en la última sesión|desde enero|para Navidad|sin apuro"),
        words("Lidia|Marisol|Rosmery|Yenny|Delfina|Carmela|Wilma|Gladys|Noemí|Elva|Justa|Benita|Fidelia|Nilda|Zulma"),
        words("Llamar a|Calcular|Publicar|Comprar|Visitar|Pagar|Separar|Contar|Probar|Ordenar|Pedir|Medir|Terminar|"
              "Preparar|Negociar|Fotografiar|Anotar|Vender|Registrar|Cobrar|Mejorar|Enseñar"),
    };
    return vocabulary;
}

const Vocabulary& french() {
    static const Vocabulary vocabulary{
        words("le cahier|la vente|le prix|la cliente|le fournisseur|la farine|le four|la machine|le fil|le tissu|"
              "le local|la dette|le crédit|la banque|la caisse|la marge|la recette|la commande|la livraison|"
              "le transport|l'étiquette|l'emballage|la marque|le téléphone|la photo|la publication|le message|"
              "la réunion|la voisine|le marché|la concurrence|l'impôt|le permis|la mairie|la démarche|la sœur|"
              "l'atelier|la couturière|la semence|le jardin|la récolte|le compost|la pluie|la route|le scooter|"
              "la balance|le moule|la perte|l'inventaire|la liste|le reçu|la facture|l'épargne|l'objectif|le plan|"
              "l'idée|le problème|la solution|le bénéfice|le coût|l'heure|la semaine|le dimanche|la saison|la remise|"
              "l'échantillon|la boutique|l'étal|le coin|le quartier|la qualité|le goût|la couleur|la taille|"
              "la garantie|la réclamation|la visite|le voyage|le cours|la pratique|la peur|la confiance|la patience|"
              "la fatigue|la santé|l'école|le fils|la famille|le mari|la tontine|le groupe|l'association|le savon"),
        words("nous avons revu|elle a calculé|elle a noté|elle a vendu|elle a acheté|elle a perdu|elle a gagné|"
              "nous avons essayé|elle a changé|elle a négocié|elle a appelé|elle a visité|elle a payé|elle a prêté|"
              "elle a livré|elle a rendu|elle a mesuré|elle a compté|elle a rangé|elle a nettoyé|elle a réparé|"
              "elle a augmenté|elle a baissé|elle a proposé|elle a refusé|elle a accepté|elle a expliqué|elle comprend|"
              "elle a oublié|elle prépare|elle a terminé|elle commence|elle laisse|elle garde|elle montre|elle publie|"
              "elle compare|elle obtient|elle cherche|elle craint|elle attend|elle décide|elle promet|elle apprend"),
        words("nouveau|cher|bon marché|petit|urgent|difficile|possible|mensuel|hebdomadaire|en attente|propre|sûr|"
              "lent|rapide|ancien|meilleur|pire|suffisant|rare|complet|cassé|clair|sombre|simple|fixe|variable|local|"
              "léger|lourd|doux|frais|sec|vert|aimable|constant|réel|dernier|premier|deuxième|utile|trop grand"),
        words("parce que|pour|avec|sans|selon|même si|pendant|après|avant|en plus de|au lieu de|grâce à|sur|contre|"
              "à côté de|par|depuis|jusqu'à|et aussi|mais pas|ou peut-être|et ensuite|comme|entre|vers|malgré"),
        words(
            "lundi|mardi|jeudi|cette semaine|le mois dernier|hier|aujourd'hui|demain matin|l'après-midi|le soir|"
            "il y a deux ans|à la fin du mois|avant la Tabaski|en août|en octobre|chaque samedi|parfois|"
            "presque toujours|encore|pour l'instant|de nouveau|la prochaine fois|à la dernière séance|depuis janvier"),
        words("Aïssatou|Fatou|Mariama|Ndèye|Coumba|Awa|Khady|Sokhna|Bineta|Rokhaya|Astou|Dieynaba|Oumou|Penda"),
        words("Appeler|Calculer|Publier|Acheter|Visiter|Payer|Mettre de côté|Compter|Essayer|Ranger|Demander|Mesurer|"
              "Terminer|Préparer|Négocier|Photographier|Noter|Vendre|Enregistrer|Encaisser|Améliorer|Enseigner"),
    };
    return vocabulary;
}

const std::string& one_of(Dice& dice, const std::vector<std::string>& list) {
    return list[dice.roll(list.size())];
}

std::string part(Dice& dice, const Vocabulary& vocabulary) {
    std::string text = one_of(dice, vocabulary.verbs) + ' ' + one_of(dice, vocabulary.nouns);
    if (dice.roll(3) == 0) {
        text += ' ' + one_of(dice, vocabulary.adjectives);
    }
    if (dice.roll(4) == 0) {
        text += ' ' + std::to_string(dice.between(2, 980));
    }
    return text;
}

const Vocabulary& vocabulary_of(Tongue tongue) {
    return tongue == Tongue::spanish ? spanish() : french();
}

}  // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

std::string sentence(Dice& dice, Tongue tongue) {
    const Vocabulary& vocabulary = vocabulary_of(tongue);
    std::string text = one_of(dice, vocabulary.people) + ", " + one_of(dice, vocabulary.times) + ": ";
    text += part(dice, vocabulary);
    for (std::size_t more = dice.roll(3); more > 0; --more) {
        text += ' ' + one_of(dice, vocabulary.links) + ' ' + one_of(dice, vocabulary.nouns) + ' ' +
                one_of(dice, vocabulary.adjectives);
        if (dice.roll(2) == 0) {
            text += ", " + part(dice, vocabulary);
        }
    }
    return text + ". ";
}

std::string note(Dice& dice, Tongue tongue, std::size_t least) {
    std::string text;
    while (text.size() < least) {
        text += sentence(dice, tongue);
        if (dice.roll(6) == 0) {
            text += '\n';
        }
    }
    return text;
}

std::string title(Dice& dice, Tongue tongue) {
    const Vocabulary& vocabulary = vocabulary_of(tongue);
    return one_of(dice, vocabulary.tasks) + ' ' + one_of(dice, vocabulary.nouns) + ' ' +
           one_of(dice, vocabulary.adjectives) + ' ' + one_of(dice, vocabulary.times);
}

}  // namespace ayni::bench
