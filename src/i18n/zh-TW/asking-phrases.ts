/** Lines by which people say where they want to be asked. */
export const askingPhrases = {
  asking: {
    'ask-on': [
      '私訊問我',
      '也私訊問我',
      '請私訊我',
      '私訊我',
      '私訊提問',
      '單獨問我',
      '私下問我',
      '傳私訊給我',
      '發私訊給我',
    ],
    'ask-off': [
      '在頻道問我',
      '在頻道裡問我',
      '頻道裡問我',
      '只在頻道問我',
      '只在頻道裡問我',
      '只在頻道詢問',
      '不要私訊',
      '不要私訊我',
      '別私訊我',
      '不用私訊',
      '不用私訊我',
    ],
  },
};
