package dev.parley.model;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What people write to each other.
final class Prose {

  private Prose() {}

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet(
            "English",
            """
            The harbour was quiet when the ferry came in, and nobody stood on the quay except an old man \
            with a dog. He had waited there every evening for eleven years, he said, although he could no \
            longer remember what for. "It doesn't matter," he told me, laughing; "one gets used to waiting \
            as one gets used to rain." We walked up to the village together. By the time we'd reached the \
            church, the lights in the valley had gone out, one after another, and the sea was only a sound.

            Could you rewrite the last paragraph so that it's shorter? Please keep the quotation as it is, \
            and don't change the names. I'd like to send it to my editor before 5 p.m. today.
            """),
        argumentSet(
            "German",
            """
            Die Donaudampfschifffahrtsgesellschaft stellte im vergangenen Jahr ihren Betrieb ein; übrig blieben \
            drei Schiffe, ein Lagerhaus und siebzehn ungeöffnete Kisten mit Geschäftsunterlagen. Der \
            Insolvenzverwalter hat sie, wie er freimütig zugab, bis heute nicht gelesen. „Für so etwas“, sagte \
            er achselzuckend, „gibt es Praktikanten.“ Könntest du mir bitte erklären, welche Aufbewahrungsfristen \
            für Handelsbriefe gelten und ob sie auch nach der Löschung aus dem Handelsregister weiterlaufen?
            """),
        argumentSet(
            "French",
            """
            L'été dernier, nous avons loué une maison près de l'océan, où il n'y avait ni télévision ni réseau. \
            Les enfants, d'abord désespérés, ont fini par s'inventer des jeux ; on ne les revoyait qu'à l'heure \
            du dîner, couverts de sable et d'égratignures. Pourrais-tu m'aider à rédiger une lettre de \
            remerciement au propriétaire, qui s'est montré si généreux envers nous ?
            """),
        argumentSet(
            "Russian",
            """
            Поезд опаздывал уже на два часа, и в зале ожидания никто больше не смотрел на часы. Женщина у окна \
            читала вслух письмо своей сестре, которая, казалось, давно спала. Объясни, пожалуйста, почему в этом \
            предложении стоит запятая и можно ли обойтись без неё.
            """),
        argumentSet(
            "Greek",
            """
            Το πλοίο έφυγε από το λιμάνι λίγο πριν από τα μεσάνυχτα, και κανείς δεν πρόσεξε ότι έλειπε ένας \
            επιβάτης. Μπορείς να μου εξηγήσεις τι σημαίνει αυτή η παροιμία και πότε τη χρησιμοποιούμε;
            """),
        argumentSet(
            "Arabic",
            """
            وصل القطار متأخرا ساعتين، ولم يعد أحد في قاعة الانتظار ينظر إلى الساعة. كانت امرأة تقرأ رسالة بصوت \
            عال على أختها التي بدت نائمة منذ وقت طويل. هل يمكنك أن تشرح لي معنى هذه الجملة ولماذا كتبت هكذا؟
            """),
        argumentSet(
            "Hebrew",
            "הרכבת איחרה בשעתיים, ואיש באולם ההמתנה כבר לא הביט בשעון. תוכל להסביר לי את המשפט הזה?"),
        argumentSet(
            "Hindi",
            """
            रेलगाड़ी दो घंटे देर से आई, और प्रतीक्षालय में अब कोई घड़ी की ओर नहीं देख रहा था। खिड़की के पास बैठी एक \
            महिला अपनी बहन को चिट्ठी पढ़कर सुना रही थी। क्या आप इस वाक्य का अर्थ समझा सकते हैं?
            """),
        argumentSet(
            "Bengali",
            "ট্রেনটি দুই ঘণ্টা দেরিতে এসেছিল, আর অপেক্ষাগৃহে কেউ আর ঘড়ির দিকে তাকাচ্ছিল না।"),
        argumentSet(
            "Tamil",
            "ரயில் இரண்டு மணி நேரம் தாமதமாக வந்தது, காத்திருப்பு அறையில் யாரும் கடிகாரத்தைப் பார்க்கவில்லை."),
        argumentSet(
            "Thai",
            "รถไฟมาช้าไปสองชั่วโมงแล้ว และไม่มีใครในห้องพักผู้โดยสารมองนาฬิกาอีกต่อไป ช่วยอธิบายประโยคนี้ให้หน่อยได้ไหม"),
        argumentSet(
            "Georgian",
            "მატარებელი ორი საათით აგვიანებდა და მოსაცდელ დარბაზში საათს აღარავინ უყურებდა."),
        argumentSet("Amharic", "ባቡሩ ሁለት ሰዓት ዘግይቶ ነበር፣ በመጠባበቂያ ክፍሉ ውስጥ ማንም ሰዓቱን አይመለከትም ነበር።"),
        argumentSet(
            "Chinese",
            """
            火车已经晚点两个小时了，候车室里再也没有人看钟。窗边的一位女士正在给她的妹妹念信，而妹妹似乎早就睡着了。请你解释一下这个句子的意思，\
            并告诉我为什么这里要用逗号。另外，「龘」和「饕餮」这两个词怎么读？
            """),
        argumentSet(
            "Japanese",
            """
            列車はもう二時間も遅れていて、待合室では誰も時計を見なくなっていた。窓際の女性は妹に手紙を読み聞かせていたが、妹はとっくに眠っているようだった。\
            この文の意味を説明していただけますか。カタカナのコンピューターという言葉も使ってください。
            """),
        argumentSet("Korean", "기차는 벌써 두 시간이나 늦었고, 대합실에서는 아무도 더 이상 시계를 보지 않았다. 이 문장의 뜻을 설명해 주시겠어요?"),
        argumentSet(
            "Vietnamese",
            "Chuyến tàu đã trễ hai tiếng đồng hồ, và trong phòng chờ không còn ai nhìn đồng hồ nữa. Bạn giải thích câu này được không?"));
  }
}
